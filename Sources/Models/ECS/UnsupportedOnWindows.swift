/// What Windows containers do not take, as of 2026-11-20.
///
/// Sources: the members' documentation in the API reference, and on Fargate
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-windows-considerations.html>. `user` is left out:
/// the API reference says that it is not supported, and other guides set it.
extension UnsupportedField {
  package static let ofWindowsTasks = [
    UnsupportedField(["pidMode"], .value("host"), "leave it out"),
    UnsupportedField(["pidMode"], .value("task"), "leave it out"),
    UnsupportedField(["ipcMode"], .notEmpty, "leave it out"),
  ]

  package static let ofWindowsContainers = [
    UnsupportedField(["linuxParameters"], .notEmpty, "leave it out: it sets up the kernel of Linux"),
    UnsupportedField(["privileged"], .yes, "leave it out"),
    UnsupportedField(["readonlyRootFilesystem"], .yes, "leave it out"),
    UnsupportedField(["ulimits"], .notEmpty, "leave it out"),
    UnsupportedField(["systemControls"], .notEmpty, "leave it out: it sets up the kernel of Linux"),
    UnsupportedField(["links"], .notEmpty, "leave it out"),
    UnsupportedField(["dnsServers"], .notEmpty, "leave it out"),
    UnsupportedField(["dnsSearchDomains"], .notEmpty, "leave it out"),
    UnsupportedField(["extraHosts"], .notEmpty, "leave it out"),
    UnsupportedField(["disableNetworking"], .yes, "leave it out"),
  ]

  package static let ofWindowsVolumesOnFargate = [
    UnsupportedField(
      ["efsVolumeConfiguration"], .notEmpty, "keep what has to last in Amazon S3, or run the task on EC2 with FSx"),
    UnsupportedField(
      ["fsxWindowsFileServerVolumeConfiguration"], .notEmpty,
      "keep what has to last in Amazon S3, or run the task on EC2"
    ),
  ]

  package static let ofWindowsContainersOnFargate = [
    UnsupportedField(["environmentFiles"], .notEmpty, "write the variables into environment and secrets"),
    UnsupportedField(["logConfiguration", "logDriver"], .value("splunk"), "write awslogs, the one driver there"),
    UnsupportedField(["logConfiguration", "logDriver"], .value("awsfirelens"), "write awslogs, the one driver there"),
  ]
}

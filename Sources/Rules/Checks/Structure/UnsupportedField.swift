extension Check {
  static let unsupportedField = Check.fargateFields + .awsvpcFields + .fargateServiceFields + .kubernetesField
}

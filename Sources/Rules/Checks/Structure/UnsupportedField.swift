extension Check {
  static let unsupportedField = Check.fieldsOfTasks + .fieldsOfServices + .kubernetesField + .ineffectiveField

  private static var fieldsOfTasks: Check { .fargateFields + .awsvpcFields + .accessPointFields }
  private static var fieldsOfServices: Check {
    .fargateServiceFields + .serviceFields + .taskSetFields + .clusterFields
  }
}

extension Check {
  static let unsupportedField = Check.fieldsOfTasks + .fieldsOfServices + .kubernetesField

  private static var fieldsOfTasks: Check { .fargateFields + .awsvpcFields }
  private static var fieldsOfServices: Check { .fargateServiceFields + .serviceFields }
}

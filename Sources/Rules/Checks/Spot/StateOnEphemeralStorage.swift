extension Check {
  static let stateOnEphemeralStorage = Check.stateOfTasks + .stateOfInstances
}

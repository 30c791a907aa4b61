#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program wrote, and how it ended.
struct ProgramAnswer {
  /// 128 and more when a signal ended it.
  let status: Int32
  let output: [UInt8]
  let errors: [UInt8]
}

/// Runs a program that is found by `PATH`, without standard input, and waits for its end.
///
/// Of the environment it gets the variables that are named, as far as they are set.
func runProgram(
  _ name: String, _ arguments: [String], environment names: [String]
) throws(SystemFailure) -> ProgramAnswer {
  // What it writes goes to files without names: whatever the amount, nobody waits for anybody.
  let output = try temporaryFile()
  defer { close(output) }
  let errors = try temporaryFile()
  defer { close(errors) }
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
  unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
  let settings = names.compactMap { name in environment(name).map { "\(name)=\($0)" } }
  let words = CStrings([name] + arguments)
  let variables = CStrings(settings + ["LC_ALL=C"])
  var process = pid_t()
  let failure = unsafe posix_spawnp(&process, name, &actions, nil, words.pointers, variables.pointers)
  words.free()
  variables.free()
  guard failure == 0 else { throw SystemFailure(code: failure) }
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) < 0 {
    if errno != EINTR { throw .last }
  }
  let exited = status & 0x7F == 0
  return ProgramAnswer(
    status: exited ? (status >> 8) & 0xFF : 128 + (status & 0x7F), output: try contents(of: output),
    errors: try contents(of: errors))
}

/// Texts as C takes a list of them, with a null pointer at the end.
@safe private struct CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { unsafe pointers = unsafe texts.map { unsafe strdup($0) } + [nil] }

  func free() { unsafe pointers.forEach { unsafe release($0) } }
}

private func temporaryFile() throws(SystemFailure) -> Int32 {
  let folder = environment("TMPDIR") ?? "/tmp"
  var path = Array("\(folder)/seatrial.XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&path)
  guard descriptor >= 0 else { throw .last }
  unsafe unlink(path)
  return descriptor
}

private func contents(of descriptor: Int32) throws(SystemFailure) -> [UInt8] {
  guard lseek(descriptor, 0, SEEK_SET) >= 0 else { throw .last }
  return try readAll(descriptor, count: 1 << 30)
}

private func release(_ pointer: UnsafeMutablePointer<CChar>?) { unsafe free(pointer) }

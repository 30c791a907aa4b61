import Syntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The only place that talks to the operating system, and so the only one of this target that says `unsafe`: each
// function wraps one or two calls, checks what they return, and hands out values.

/// A call that the operating system refused.
struct SystemFailure: Error, Equatable {
  let code: Int32

  static var last: SystemFailure { SystemFailure(code: errno) }

  /// None of the operating system's: a file is no longer what it was when it was read.
  static let changedMeanwhile = SystemFailure(code: 0)

  /// In the operating system's words: `No such file or directory`.
  var reason: String {
    self == .changedMeanwhile ? "it has changed meanwhile" : unsafe String(cString: strerror(code))
  }

  var isMissingFile: Bool { code == ENOENT || code == ENOTDIR }
  var isClosedPipe: Bool { code == EPIPE }
}

enum FileKind {
  case file
  case directory
  case link
  /// A pipe, a socket or a device.
  case other

  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// What a path leads to, behind any symbolic links; nil when there is nothing.
func kindOfFile(at path: String) throws(SystemFailure) -> FileKind? {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else {
    if SystemFailure.last.isMissingFile { return nil }
    throw .last
  }
  return FileKind(mode: status.st_mode)
}

/// The first bytes of a file, at most `count`.
func readFile(at path: String, count: Int) throws(SystemFailure) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .last }
  defer { close(descriptor) }
  return try readAll(descriptor, count: count)
}

/// What can be read from an open file, at most `count` bytes; standard input is 0.
func readAll(_ descriptor: Int32, count: Int) throws(SystemFailure) -> [UInt8] {
  var status = stat()
  let expected = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  var bytes: [UInt8] = []
  // One byte more than the file has, so that its end shows in the first read; no more, since it is kept as it is.
  var room = min(expected > 0 ? expected + 1 : 4096, count)
  while bytes.count < count {
    var result = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      repeat { result = unsafe read(descriptor, buffer.baseAddress, room) } while result < 0 && errno == EINTR
      filled = max(result, 0)
    }
    if result < 0 { throw .last }
    if result == 0 { break }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    if result < room, bytes.count == expected { break }
    room = min(1 << 16, count - bytes.count)
  }
  return bytes
}

/// What has arrived on an open file, at most `count` bytes; waits for the first, and gives none at the end.
func readArrived(_ descriptor: Int32, count: Int) throws(SystemFailure) -> [UInt8] {
  var result = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    repeat { result = unsafe read(descriptor, buffer.baseAddress, count) } while result < 0 && errno == EINTR
    filled = max(result, 0)
  }
  if result < 0 { throw .last }
  return bytes
}

/// Whether something has arrived on an open file, or its end.
func hasArrived(_ descriptor: Int32) -> Bool {
  var status = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return unsafe poll(&status, 1, 0) > 0
}

/// The names in a directory without `.` and `..`, in no order.
func entries(ofDirectory path: String) throws(SystemFailure) -> [(name: String, kind: FileKind)] {
  guard let directory = unsafe opendir(path) else { throw .last }
  defer { unsafe closedir(directory) }
  var entries: [(name: String, kind: FileKind)] = []
  while true {
    errno = 0
    guard let entry = unsafe readdir(directory) else {
      if errno != 0 { throw .last }
      return entries
    }
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      unsafe tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
        unsafe String(cString: $0)
      }
    }
    if name == "." || name == ".." { continue }
    let kind: FileKind =
      switch Int32(unsafe entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .directory
      case Int32(DT_LNK): .link
      case Int32(DT_UNKNOWN): kindOfEntry(at: path + "/" + name)
      default: .other
      }
    entries.append((name, kind))
  }
}

/// Some file systems do not say in the directory what an entry is.
private func kindOfEntry(at path: String) -> FileKind {
  var status = stat()
  return unsafe lstat(path, &status) == 0 ? FileKind(mode: status.st_mode) : .other
}

/// Writes everything to an open file; 1 is standard output, 2 standard error.
func write(_ text: some Collection<UInt8>, to descriptor: Int32) throws(SystemFailure) {
  // A report can be large, and is not copied.
  let code = text.withContiguousStorageIfAvailable { unsafe send($0, to: descriptor) }
  let result = unsafe code ?? Array(text).withUnsafeBufferPointer { unsafe send($0, to: descriptor) }
  if result != 0 { throw SystemFailure(code: result) }
}

/// The code of what went wrong; 0 when nothing did.
private func send(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
  var start = 0
  while start < bytes.count {
    let written = unsafe write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    start += written
  }
  return 0
}

/// Replaces a file as a whole: whoever reads it sees the old text or the new one, never a part.
///
/// An existing file keeps its mode, and a symbolic link keeps pointing to it. Pipes and devices are written to.
/// Where `original` is given and the file holds something else by now, it is left alone.
func replaceFile(
  at path: String, with text: some Collection<UInt8>, ifStill original: [UInt8]? = nil
) throws(SystemFailure) {
  var status = stat()
  let exists = unsafe stat(path, &status) == 0
  if exists, FileKind(mode: status.st_mode) != .file {
    return try write(text, toFileAt: path, flags: O_WRONLY, mode: 0)
  }
  let target = exists ? try absolutePath(of: path) : path
  let temporary = "\(target).\(getpid()).tmp"
  do throws(SystemFailure) {
    try write(
      text, toFileAt: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, mode: exists ? status.st_mode & 0o7777 : nil)
    if let original, try readFile(at: target, count: original.count + 1) != original {
      throw SystemFailure.changedMeanwhile
    }
    guard unsafe rename(temporary, target) == 0 else { throw SystemFailure.last }
  } catch {
    unsafe unlink(temporary)
    throw error
  }
}

/// Opens, writes and closes; a nil mode is what the user's mask makes of a new file.
private func write(
  _ text: some Collection<UInt8>, toFileAt path: String, flags: Int32, mode: mode_t?
) throws(SystemFailure) {
  let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .last }
  do throws(SystemFailure) {
    if let mode, mode != 0, fchmod(descriptor, mode) != 0 { throw SystemFailure.last }
    try write(text, to: descriptor)
  } catch {
    close(descriptor)
    throw error
  }
  guard close(descriptor) == 0 else { throw .last }
}

/// Makes the directories that a path goes through, as far as they are not there.
func makeDirectories(above path: String) throws(SystemFailure) {
  let names = path.split(on: "/").dropLast()
  for depth in names.indices {
    let directory = (path.hasPrefix("/") ? "/" : "") + names[...depth].joined(separator: "/")
    if unsafe mkdir(directory, 0o777) != 0, errno != EEXIST { throw .last }
  }
}

/// The path from the root without symbolic links.
func absolutePath(of path: String) throws(SystemFailure) -> String {
  guard let resolved = unsafe realpath(path, nil) else { throw .last }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// A variable of the environment; nil when it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// The columns of the terminal behind an open file; nil when there is none or it does not say.
func terminalWidth(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// The whole days since 1970-01-01, in UTC.
var daysSince1970: Int { Int(time(nil)) / 86_400 }

/// The processors that are at hand.
var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// A reader that goes away shall show as an error of `write`, not end the process.
func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

func exitProcess(_ status: Int32) -> Never { exit(status) }

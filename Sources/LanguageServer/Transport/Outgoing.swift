import FoundationEssentials

/// Collects messages for the client, framed, in the order in which they are sent.
struct Outgoing {
  private var bytes: [UInt8] = []
  private var lastRequest = 0

  /// What is to be written now.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Answers a request; nil is the answer `null`.
  mutating func answer(_ id: RequestID, _ result: (some Encodable)?) { send(Answer(id: id, result: result)) }

  /// Refuses a request, or a message whose sender is not known.
  mutating func refuse(_ id: RequestID?, _ refusal: Refusal) {
    send(Rejection(id: id, error: .init(code: refusal.code, message: refusal.message)))
  }

  mutating func notify(_ method: String, _ params: some Encodable) {
    send(Notification(method: method, params: params))
  }

  /// Asks the client for something; its answer has nothing that is needed.
  mutating func request(_ method: String, _ params: (some Encodable)?) {
    lastRequest += 1
    send(Request(id: .number(lastRequest), method: method, params: params))
  }

  private mutating func send(_ message: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing that is sent has a part that JSON cannot say.
    guard let data = try? encoder.encode(message) else { return }
    bytes += framed(data)
  }
}

private struct Answer<Result: Encodable>: Encodable {
  enum CodingKeys: String, CodingKey {
    case jsonrpc, id, result
  }

  let id: RequestID
  let result: Result?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    // Unlike any other field, a result that is nothing has to be there.
    try container.encode(result, forKey: .result)
  }
}

private struct Rejection: Encodable {
  struct Failure: Encodable {
    let code: Int
    let message: String
  }

  enum CodingKeys: String, CodingKey {
    case jsonrpc, id, error
  }

  let id: RequestID?
  let error: Failure

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}

private struct Notification<Params: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let method: String
  let params: Params
}

private struct Request<Params: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let id: RequestID
  let method: String
  let params: Params?
}

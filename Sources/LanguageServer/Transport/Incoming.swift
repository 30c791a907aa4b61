import FoundationEssentials

/// By what a request and its answer know each other.
enum RequestID: Hashable, Codable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// Why a request is not answered as it hoped.
struct Refusal: Error, Equatable {
  let code: Int
  let message: String

  static let notInitialized = Refusal(code: -32002, message: "the server is not initialized yet")
  static let cancelled = Refusal(code: -32800, message: "cancelled")
  static func unreadable(_ message: String) -> Refusal { Refusal(code: -32700, message: message) }
  static func invalid(_ message: String) -> Refusal { Refusal(code: -32600, message: message) }
  static func unknown(_ method: String) -> Refusal { Refusal(code: -32601, message: "'\(method)' is not supported") }
  static func parameters(_ method: String) -> Refusal {
    Refusal(code: -32602, message: "these are no parameters of '\(method)'")
  }
}

/// A message of the client, as far as it was understood.
enum Incoming {
  case request(RequestID, method: String, body: [UInt8])
  case notification(method: String, body: [UInt8])
  /// An answer to a request of the server; only failures have a text.
  case answer(failure: String?)
  /// To be answered with a refusal, where the sender is known by its own name.
  case invalid(RequestID?, Refusal)

  init(_ body: [UInt8]) {
    let body = repairingSurrogates(body)
    let envelope: Envelope
    do {
      envelope = try JSONDecoder().decode(Envelope.self, from: Data(body))
    } catch DecodingError.dataCorrupted {
      self = .invalid(nil, .unreadable("the message is no JSON"))
      return
    } catch {
      self = .invalid(nil, .invalid("the message is no JSON-RPC object"))
      return
    }
    guard envelope.jsonrpc == "2.0", !envelope.hasOddID else {
      self = .invalid(envelope.id, .invalid("the message is not of JSON-RPC 2.0"))
      return
    }
    switch (envelope.method, envelope.id) {
    case (let method?, let id?): self = .request(id, method: method, body: body)
    case (let method?, nil): self = .notification(method: method, body: body)
    case (nil, _):
      self =
        envelope.isAnswer
        ? .answer(failure: envelope.error?.message) : .invalid(envelope.id, .invalid("the message has no method"))
    }
  }
}

/// What every message has, whatever else is in it.
private struct Envelope: Decodable {
  struct Failure: Decodable {
    let message: String?
  }

  enum CodingKeys: String, CodingKey {
    case jsonrpc, id, method, result, error
  }

  let jsonrpc: String?
  let id: RequestID?
  /// Whether there is an identifier that is none.
  let hasOddID: Bool
  let method: String?
  let error: Failure?
  let isAnswer: Bool

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    jsonrpc = try? container.decode(String.self, forKey: .jsonrpc)
    id = try? container.decode(RequestID.self, forKey: .id)
    method = try? container.decode(String.self, forKey: .method)
    isAnswer = container.contains(.result) || container.contains(.error)
    error = try? container.decode(Failure.self, forKey: .error)
    hasOddID = container.contains(.id) && id == nil && !isAnswer
  }
}

/// The parameters of a message; the rest of it is known by then.
struct Parameters<Content: Decodable>: Decodable {
  let params: Content
}

/// A request, as far as it matters here.
public struct PreviewRequest: Sendable, Equatable {
  /// `GET`, as written.
  public var method: String
  /// What stands behind the method: a path with its query, percent-encoded.
  public var target: String
  /// The fields, names in lower case.
  public var fields: [String: String]

  /// - Parameter fields: In any case; of those with one name, the last counts.
  public init(method: String = "GET", target: String, fields: [String: String] = [:]) {
    self.method = method
    self.target = target
    self.fields = Dictionary(fields.map { ($0.key.lowercased(), $0.value) }) { _, last in last }
  }

  subscript(field: String) -> String? { fields[field] }
}

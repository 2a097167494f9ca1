/// Whether a client takes gzip (RFC 9110 section 12.5.3).
package enum AcceptedCoding {
  /// - Parameter field: `Accept-Encoding`; nil if there is none, which takes anything, but is what
  ///   simple clients send that can decode nothing.
  package static func takesGzip(_ field: String?) -> Bool {
    guard let field else { return false }
    var others = 0
    for item in field.split(separator: ",") {
      let parts = item.split(separator: ";", omittingEmptySubsequences: false)
      guard let first = parts.first else { continue }
      let name = trimmed(first).lowercased()
      let weight = weight(parts.dropFirst())
      switch name {
      case "gzip", "x-gzip": return weight > 0
      case "*": others = weight
      default: break
      }
    }
    return others > 0
  }

  /// In thousandths; 0 for one that cannot be read.
  private static func weight(_ parameters: ArraySlice<Substring>) -> Int {
    for parameter in parameters {
      let text = trimmed(parameter).lowercased()
      guard text.hasPrefix("q=") else { continue }
      guard let value = Double(text.dropFirst(2)), (0...1).contains(value) else { return 0 }
      return Int(value * 1000)
    }
    return 1000
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...end]
  }
}

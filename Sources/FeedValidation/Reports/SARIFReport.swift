import FeedJSON

/// SARIF 2.1.0 (OASIS), which code scanning services read. Columns count code points.
///
/// The rules follow the results, because only those that spoke are listed.
public struct SARIFReport: ReportWriter {
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  private let version: String
  private var json = JSONSerializer(.indented)
  private var ruleIndices: [String: Int] = [:]
  private var rules: [String] = []
  private var failures: [(name: String, reason: String)] = []

  /// A report by a version of Tidings.
  public init(version: String) { self.version = version }

  /// Begins the log, its only run, and the run's results.
  public mutating func begin(into output: inout [UInt8]) {
    json.beginObject()
    json.member("$schema", SARIFReport.schema)
    json.member("version", "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    json.member("columnKind", "unicodeCodePoints")
    json.key("results")
    json.beginArray()
    flush(into: &output)
  }

  /// Adds a result for each diagnostic (section 3.27).
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    if let failure = document.failure { failures.append((document.name, failure)) }
    for diagnostic in document.diagnostics { append(diagnostic, document.name) }
    flush(into: &output)
  }

  private mutating func append(_ diagnostic: Diagnostic, _ name: String) {
    let index = ruleIndices[diagnostic.rule] ?? rules.count
    if index == rules.count {
      ruleIndices[diagnostic.rule] = index
      rules.append(diagnostic.rule)
    }
    json.beginObject()
    json.member("ruleId", diagnostic.rule)
    json.member("ruleIndex", index)
    json.member("level", level(diagnostic.severity))
    json.key("message")
    json.beginObject()
    // Viewers show nothing else of a result.
    json.member("text", diagnostic.message + ". " + (diagnostic.help ?? ""))
    json.endObject()
    json.key("locations")
    json.beginArray()
    json.beginObject()
    json.key("physicalLocation")
    json.beginObject()
    artifact(name)
    if diagnostic.line > 0 {
      json.key("region")
      json.beginObject()
      json.member("startLine", diagnostic.line)
      json.member("startColumn", max(1, diagnostic.column))
      json.endObject()
    }
    json.endObject()
    if let path = diagnostic.path {
      json.key("logicalLocations")
      json.beginArray()
      json.beginObject()
      json.member("fullyQualifiedName", path)
      json.member("kind", diagnostic.attribute == nil ? "element" : "attribute")
      json.endObject()
      json.endArray()
    }
    json.endObject()
    json.endArray()
    if let fix = diagnostic.fix { append(fix, name) }
    json.endObject()
  }

  /// Section 3.55.
  private mutating func append(_ fix: Fix, _ name: String) {
    json.key("fixes")
    json.beginArray()
    json.beginObject()
    text("description", fix.summary)
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    artifact(name)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("deletedRegion")
      json.beginObject()
      json.member("startLine", edit.start.line)
      json.member("startColumn", edit.start.column)
      json.member("endLine", edit.end.line)
      json.member("endColumn", edit.end.column)
      json.endObject()
      text("insertedContent", edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endArray()
  }

  /// Ends the results, and says which tool found them by which rules.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    json.endArray()
    appendTool()
    appendInvocation()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    flush(into: &output)
  }

  private mutating func appendTool() {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.member("name", "tidings")
    json.member("semanticVersion", version)
    json.key("rules")
    json.beginArray()
    for id in rules { append(Rule.named(id), id) }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private mutating func append(_ rule: Rule?, _ id: String) {
    json.beginObject()
    json.member("id", id)
    if let rule {
      text("shortDescription", rule.summary)
      text("fullDescription", rule.why)
      text("help", "\(rule.why) \(rule.help)")
      json.member("helpUri", rule.spec)
      json.key("defaultConfiguration")
      json.beginObject()
      json.member("enabled", rule.severity != nil)
      json.member("level", rule.severity.map(level) ?? "none")
      json.endObject()
      json.key("properties")
      json.beginObject()
      json.key("tags")
      json.beginArray()
      for name in rule.formats.names { json.value(name) }
      json.endArray()
      json.endObject()
    }
    json.endObject()
  }

  /// Documents that could not be checked are the run's trouble (section 3.20).
  private mutating func appendInvocation() {
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.member("executionSuccessful", failures.isEmpty)
    if !failures.isEmpty {
      json.key("toolExecutionNotifications")
      json.beginArray()
      for failure in failures {
        json.beginObject()
        json.member("level", "error")
        text("message", failure.reason)
        json.key("locations")
        json.beginArray()
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        artifact(failure.name)
        json.endObject()
        json.endObject()
        json.endArray()
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.endArray()
  }

  private mutating func text(_ key: String, _ text: String) {
    json.key(key)
    json.beginObject()
    json.member("text", text)
    json.endObject()
  }

  private mutating func artifact(_ name: String) {
    json.key("artifactLocation")
    json.beginObject()
    json.member("uri", SARIFReport.uri(name))
    json.endObject()
  }

  /// A path as a reference (RFC 3986, RFC 8089): relative paths stay relative.
  static func uri(_ path: String) -> String {
    if path == "-" { return "stdin" }
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri.unicodeScalars.append("%")
        uri.unicodeScalars.append(digits[Int(byte >> 4)])
        uri.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return uri
  }

  private func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private mutating func flush(into output: inout [UInt8]) {
    output += json.bytes
    json.bytes.removeAll(keepingCapacity: true)
  }
}

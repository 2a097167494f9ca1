import FeedJSON

/// The report for programs: one array, an object a document in the order given.
///
/// `{"file", "kind", "valid", "diagnostics": [{"rule", "severity", "message", "line", "column",
/// "path", "element", "attribute"?, "help"?, "fix"?}]}`; a fix is `{"summary", "edits": [{"offset",
/// "length", "line", "column", "endLine", "endColumn", "text"}]}`, its offset and length in bytes of
/// the document; and `"untold"`, how many more there are, where not
/// all are told, `"mended"` and `"known"`, how many
/// were mended and how many a baseline knows, and `"failure"`, why a document could not be
/// checked.
public struct JSONReport: ReportWriter {
  private var json = JSONSerializer(.indented)

  /// An empty report.
  public init() {}

  /// Begins the array.
  public mutating func begin(into output: inout [UInt8]) {
    json.beginArray()
    flush(into: &output)
  }

  /// Adds an object.
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    json.beginObject()
    json.member("file", document.name)
    json.member("kind", document.kind.name)
    json.member("valid", document.isValid)
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in document.diagnostics { append(diagnostic) }
    json.endArray()
    let untold = document.untold.all
    if untold > 0 { json.member("untold", untold) }
    if document.mended > 0 { json.member("mended", document.mended) }
    if document.known.all > 0 { json.member("known", document.known.all) }
    json.member("failure", document.failure)
    json.endObject()
    flush(into: &output)
  }

  /// Ends the array.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    json.endArray()
    json.endLine()
    flush(into: &output)
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    json.beginObject()
    json.member("rule", diagnostic.rule)
    json.member("severity", diagnostic.severity.rawValue)
    json.member("message", diagnostic.message)
    json.member("line", diagnostic.line)
    json.member("column", diagnostic.column)
    json.member("path", diagnostic.path ?? "")
    json.member("element", diagnostic.element ?? "")
    json.member("attribute", diagnostic.attribute)
    json.member("help", diagnostic.help)
    if let fix = diagnostic.fix { append(fix) }
    json.endObject()
  }

  private mutating func append(_ fix: Fix) {
    json.key("fix")
    json.beginObject()
    json.member("summary", fix.summary)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.member("offset", edit.range.lowerBound)
      json.member("length", edit.range.count)
      json.member("line", edit.start.line)
      json.member("column", edit.start.column)
      json.member("endLine", edit.end.line)
      json.member("endColumn", edit.end.column)
      json.member("text", edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func flush(into output: inout [UInt8]) {
    output += json.bytes
    json.bytes.removeAll(keepingCapacity: true)
  }
}

import FeedXML

/// JUnit's XML, which build servers read: a test suite a document, a failed test an error.
///
/// A document without errors is one test that passed. Warnings and notes are the suite's output, or
/// failures too where warnings count.
public struct JUnitReport: ReportWriter {
  private let isStrict: Bool
  private var xml = XMLSerializer()

  /// A report in which warnings fail if the run is strict.
  public init(isStrict: Bool = false) { self.isStrict = isStrict }

  /// Begins the document.
  public mutating func begin(into output: inout [UInt8]) {
    xml.declaration()
    xml.open("testsuites")
    xml.attribute("name", "tidings validate")
    flush(into: &output)
  }

  /// Adds a suite.
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    let failing = document.diagnostics.filter(isFailure)
    let untold = document.untold
    let untoldFailures = untold.errors + (isStrict ? untold.warnings : 0)
    xml.open("testsuite")
    xml.attribute("name", document.name)
    xml.attribute("tests", max(1, failing.count + (untoldFailures > 0 ? 1 : 0)))
    xml.attribute("failures", failing.count + (untoldFailures > 0 ? 1 : 0))
    xml.attribute("errors", document.failure == nil ? 0 : 1)
    if let failure = document.failure {
      begin("can be read", of: document)
      xml.open("error")
      xml.attribute("message", failure)
      xml.close()
      xml.close()
    } else if failing.isEmpty, untoldFailures == 0 {
      begin("is valid", of: document)
      xml.close()
    }
    for diagnostic in failing { append(diagnostic, of: document) }
    if untoldFailures > 0 {
      begin("more", of: document)
      xml.open("failure")
      xml.attribute("message", "and \(untoldFailures) more")
      xml.close()
      xml.close()
    }
    appendOutput(document)
    xml.close()
    flush(into: &output)
  }

  private mutating func begin(_ test: String, of document: DocumentReport) {
    xml.open("testcase")
    xml.attribute("classname", document.name)
    xml.attribute("name", test)
  }

  private mutating func append(_ diagnostic: Diagnostic, of document: DocumentReport) {
    begin("\(diagnostic.rule) (\(diagnostic.line):\(diagnostic.column))", of: document)
    xml.open("failure")
    xml.attribute("type", diagnostic.severity.rawValue)
    xml.attribute("message", diagnostic.message)
    var text = line(diagnostic, document.name)
    if let help = diagnostic.help { text += "\nhelp: " + help }
    xml.text(text)
    xml.close()
    xml.close()
  }

  private mutating func appendOutput(_ document: DocumentReport) {
    let others = document.diagnostics.filter { !isFailure($0) }
    guard !others.isEmpty else { return }
    xml.open("system-out")
    xml.text(others.map { line($0, document.name) }.joined(separator: "\n"))
    xml.close()
  }

  private func isFailure(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || isStrict && diagnostic.severity == .warning
  }

  private func line(_ diagnostic: Diagnostic, _ name: String) -> String {
    let place = diagnostic.line > 0 ? "\(name):\(diagnostic.line):\(diagnostic.column)" : name
    let severity = diagnostic.severity.rawValue
    return "\(place): \(severity): \(diagnostic.message) [\(diagnostic.rule)]"
  }

  /// Ends the document.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    output.append(0x0A)
    xml.close()
    flush(into: &output)
    output.append(0x0A)
  }

  private mutating func flush(into output: inout [UInt8]) {
    output += xml.bytes
    xml.bytes.removeAll(keepingCapacity: true)
  }
}

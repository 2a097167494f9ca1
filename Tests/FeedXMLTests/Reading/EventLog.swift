import FeedXML

/// Writes down what a reader tells: a line an event, text joined, with positions.
final class EventLog: XMLReaderDelegate {
  private(set) var lines: [String] = []
  private(set) var problems: [XMLProblem] = []
  private var text = XMLTextBuffer()
  private var reader: XMLReader?

  /// Reads a document in pieces of the size given.
  static func read(_ document: String, by count: Int = .max) -> EventLog {
    read(Array(document.utf8), by: count)
  }

  static func read(_ bytes: [UInt8], by count: Int = .max) -> EventLog {
    let log = EventLog()
    let reader = XMLReader(delegate: log)
    log.reader = reader
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(count, bytes.count - start)
        reader.consume(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
    reader.finish()
    log.reader = nil
    return log
  }

  private func flush() {
    guard !text.isEmpty, let position = text.position(of: 0) else { return }
    lines.append("\(place(position)) \"\(String(decoding: text.bytes, as: UTF8.self))\"")
    text.removeAll()
  }

  private func place(_ position: SourcePosition) -> String {
    "\(position.line):\(position.column)"
  }

  func startElement(_ tag: borrowing XMLStartTag) {
    flush()
    var line = "\(place(tag.position)) <\(tag.name.qualifiedName)"
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      let name = attribute.name.qualifiedName
      line += " \(name)="
      if let places = tag.position(ofAttribute: name) { line += place(places.value) + ":" }
      line += attribute.string
    }
    lines.append(line + ">")
  }

  func endElement(_ name: XMLName) {
    flush()
    lines.append("</\(name.qualifiedName)>")
  }

  func text(_ piece: XMLTextPiece) {
    guard let reader else { return }
    text.append(piece) { reader.position(of: piece) }
  }

  func problem(_ problem: XMLProblem) {
    problems.append(problem)
  }

  /// The problems as lines.
  var problemLines: [String] {
    problems.map { "\(place($0.position)) \($0.message)" }
  }
}

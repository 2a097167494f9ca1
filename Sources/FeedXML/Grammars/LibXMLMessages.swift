import CLibXML2

/// Makes libxml2 ready before the first use on any thread.
enum LibXMLStart {
  private static let done: Void = xmlInitParser()

  static func once() {
    done
  }
}

/// Collects what libxml2 says, so that nothing reaches standard error.
final class LibXMLMessages {
  struct Message {
    var text: String
    var line: Int
    /// The node that libxml2 names; valid only as long as its tree is.
    var node: UnsafeMutablePointer<xmlNode>?
  }

  var all: [Message] = []

  /// A structured error handler whose user data is an unretained ``LibXMLMessages``.
  static let handler: xmlStructuredErrorFunc = { sink, error in
    guard let sink, let error, error.pointee.level != XML_ERR_WARNING else { return }
    let messages = Unmanaged<LibXMLMessages>.fromOpaque(sink).takeUnretainedValue()
    messages.all.append(
      Message(
        text: firstLine(error.pointee.message),
        line: Int(error.pointee.line),
        node: error.pointee.node?.assumingMemoryBound(to: xmlNode.self)
      )
    )
  }

  /// libxml2's messages end in a line feed, and some go on with a hex dump after it.
  static func firstLine(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "" }
    let text = String(cString: message)
    return String(text.prefix { $0 != "\n" })
  }
}

/// The references of a document that XML does not know, and the ampersands and `<` that begin
/// nothing: all of them, where ``XMLReader`` tells of no more than ``XMLReader/mostProblems``.
package enum ReferenceProblems {
  /// Calls `body` with the first byte of each, in order.
  package static func find(in text: [UInt8], _ body: (Int, XMLProblem.Kind) -> Void) {
    var scanner = MarkupScanner()
    text.withUnsafeBufferPointer { text in
      _ = scanner.scan(text, from: 0, isLast: true) { mend in
        switch mend.kind {
        case .undefinedEntity?, .bareAmpersand?, .bareLessThan?:
          if let kind = mend.kind { body(mend.range.lowerBound, kind) }
        default: break
        }
      }
    }
  }
}

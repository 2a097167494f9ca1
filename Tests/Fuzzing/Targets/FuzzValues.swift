import FeedValidation

extension FuzzTarget {
  /// The checks of single values: a line with the name of a type says which, or else the first byte.
  static let values = FuzzTarget("values", longestInput: 1000) { bytes throws(Violation) in
    guard let first = bytes.first else { return }
    let types = ValueType.inVocabularies
    let line = bytes.prefix { $0 != 0x0A }
    let named = types.first { $0.name.utf8.elementsEqual(line) }
    let start = named == nil || line.count == bytes.count ? 1 : line.count + 1
    let value = UnsafeBufferPointer(rebasing: bytes[start...])
    let type = named ?? types[Int(first) % types.count]
    // Such values never come to a check.
    guard value.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return }
    let found = findings(type, value)
    for finding in found {
      let name = "\(type.name): \(finding.rule.id)"
      try expect((0...value.count).contains(finding.offset), "\(name)@\(finding.offset)")
      try expect(
        !finding.message.isEmpty && !finding.message.hasSuffix("."),
        "\(name) says \(finding.message.debugDescription)"
      )
      try expect(
        !finding.message.utf8.contains { $0 < 0x20 },
        "\(name) says \(finding.message.debugDescription)"
      )
      // What is proposed has to be right, though something else may be wrong with it.
      guard let replacement = finding.replacement else { continue }
      let left = Array(replacement.utf8).withUnsafeBufferPointer { findings(type, $0) }
      try expect(
        left.count { $0.rule.id == finding.rule.id }
          < found.count { $0.rule.id == finding.rule.id },
        "\(name) proposes \(replacement.debugDescription), of which it says the same"
      )
    }
  }

  private static func findings(
    _ type: ValueType,
    _ value: UnsafeBufferPointer<UInt8>
  ) -> [ValueFinding] {
    var findings: [ValueFinding] = []
    let hasBase = value.count % 2 == 0
    type.check(value, ValueContext(now: settings.now, hasBase: hasBase)) { findings.append($0) }
    return findings
  }
}

extension ValueType {
  /// What Apple obeys only if it is `Yes`; what means no has the effect that its author wants.
  static let itunesSwitch = ValueType("“Yes”", ifEmpty: .yesNoCleanInvalid) {
    value,
    context,
    report in
    var findings: [ValueFinding] = []
    yes.check(value, context) { findings.append($0) }
    guard !findings.isEmpty else { return }
    // A word that is neither yes nor no is an error of its own.
    var worse: [ValueFinding] = []
    yesNoClean.check(value, context) { worse.append($0) }
    for finding in worse.isEmpty ? findings : worse { report(finding) }
  }
}

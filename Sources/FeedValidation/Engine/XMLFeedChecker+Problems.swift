import FeedXML

/// What is wrong with a document as XML, and what is no mistake of its own after that.
extension XMLFeedChecker {
  func problem(_ problem: XMLProblem) {
    guard page == nil else { return }
    if case .undefinedEntity(_, isHTML: true) = problem.kind, hasEntitiesOfHTML { return }
    note(problem)
    var finding = Self.finding(
      problem,
      element: frames.last?.name.qualified,
      root: frames.first?.name.qualified
    )
    if let element = problem.element { finding.path = path + "/" + element }
    report(finding)
    if problemPlaces.count >= 64 { problemPlaces.removeFirst(32) }
    problemPlaces.append(problem.position)
  }

  /// Whether a value has at its place what XML has told of: a `<`, an entity.
  func isSeenTwice(_ finding: Finding) -> Bool {
    let place = finding.position
    return problemPlaces.contains { $0.line == place.line && $0.column == place.column }
  }

  /// Remembers which elements are not as their author wrote them.
  private func note(_ problem: XMLProblem) {
    switch problem.kind {
    case .elementUnclosed(_, by: _?, let count):
      let first = max(0, frames.count - count)
      for frame in frames[first...] {
        frame.damage = .unread
        for finding in frame.followUps { findings.remove(finding.rule, at: finding.position) }
      }
      if first > 0 { frames[first - 1].damage = .incomplete }
      // What the feed itself must have may stand in what was not read.
      if first <= 2 { isIncomplete = true }
    case .endTagStray:
      // What follows is in an element that its author thinks closed.
      frames.last?.hasStrayElement = true
    default: break
    }
    guard problem.isFatal else { return }
    isIncomplete = true
    for frame in frames { frame.damage = .unread }
  }

  /// Whether a finding is about something that may well be there, in what could not be read.
  func isFollowUp(_ finding: Finding) -> Bool {
    guard isFinished ? isIncomplete : frames.last?.damage == .incomplete else { return false }
    return finding.rule.isAboutAbsence
  }

  private static func finding(_ problem: XMLProblem, element: String?, root: String?) -> Finding {
    let element = problem.element ?? element
    var problem = problem
    problem.element = element ?? "the document"
    let message = problem.sentence
    return Finding(
      rule: rule(problem.kind),
      message: message + (problem.isFatal && problem.hasRest ? "; what follows was not read" : ""),
      position: problem.position,
      element: element,
      attribute: problem.attribute,
      help: XMLProblemHelp.of(problem, element: element, root: root)
    )
  }

  private static func rule(_ kind: XMLProblem.Kind) -> Rule {
    switch kind {
    case .undefinedEntity: .xmlEntityUndefined
    case .entityOfDocumentType: .documentType
    case .forbiddenReference: .xmlCharacterForbidden
    case .undeclaredPrefix, .namespace: .xmlNamespace
    default: .xmlNotWellFormed
    }
  }
}

extension XMLProblem {
  /// Whether there is more of the document behind it.
  fileprivate var hasRest: Bool {
    switch kind {
    case .tagCutOff, .elementUnclosed, .sectionUnclosed, .rootMissing: false
    default: true
    }
  }
}

extension Rule {
  /// Whether it asks for something that has to be there.
  var isAboutAbsence: Bool {
    ["-missing", "-blank", "-incomplete", "-unlinked", "-unlisted"].contains { id.hasSuffix($0) }
      || id.contains("-without-")
  }
}

import FeedPublishing

/// A gate that documents do not pass, told of the worst of them: a site's feeds are mostly one feed in
/// several forms.
struct RefusalGroup {
  var refusal: PublishGates.Refusal
  var change: PublishReport.Change
  /// How many other documents do not pass it.
  var others: Int

  /// The gates that are closed, in the order of the gates.
  static func of(_ report: PublishReport) -> [RefusalGroup] {
    var groups: [RefusalGroup] = []
    for change in report.refused {
      for refusal in change.refusals {
        guard let index = groups.firstIndex(where: { $0.refusal.gate == refusal.gate }) else {
          groups.append(RefusalGroup(refusal: refusal, change: change, others: 0))
          continue
        }
        groups[index].others += 1
        if refusal.count > groups[index].refusal.count {
          groups[index].refusal = refusal
          groups[index].change = change
        }
      }
    }
    return groups
  }
}

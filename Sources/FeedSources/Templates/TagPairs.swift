/// Finds which end tag ends which tag.
///
/// Whether a tag has an end tag is known of few; so every tag waits for one, and those that wait in
/// vain have none.
enum TagPairs {
  static func match(_ tags: inout [TemplateTag], syntax: TemplateSyntax) {
    var open: [Int] = []
    /// How many tags of a name are open, so that a lost end tag costs no search.
    var openByName: [String: Int] = [:]
    /// Open conditions and loops, which both may have an `else`, each with its second branch.
    var branching: [(start: Int, branch: Int?)] = []
    let endsHaveNames = syntax.notation != .zola

    for index in tags.indices {
      switch tags[index].form {
      case .nothing, .value, .address: break
      case .start where tags[index].isSelfClosing: break
      case .start where syntax.tags[tags[index].name] == .branch:
        if let last = branching.indices.last, branching[last].branch == nil {
          branching[last].branch = index
        }
      case .start:
        open.append(index)
        openByName[endsHaveNames ? tags[index].name : "", default: 0] += 1
        let meaning = syntax.tags[tags[index].name]
        if meaning == .condition || meaning == .loop { branching.append((index, nil)) }
      case .end:
        guard openByName[tags[index].name, default: 0] > 0 else { break }
        while let start = open.popLast() {
          let name = endsHaveNames ? tags[start].name : ""
          openByName[name, default: 1] -= 1
          let ended = branching.last?.start == start ? branching.popLast() : nil
          guard name == tags[index].name else { continue }
          tags[start].partner = index
          tags[index].partner = start
          if let branch = ended?.branch { tags[branch].endOfCondition = index }
          break
        }
      }
    }
  }
}

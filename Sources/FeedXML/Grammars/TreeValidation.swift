import CLibXML2

/// Holds a finished tree against a grammar.
enum TreeValidation {
  typealias Node = UnsafeMutablePointer<xmlNode>

  /// About so many elements are held against a grammar for one tree, again and again; at least a few
  /// times the tree.
  private static let mostWork = 100_000

  /// How often children of a refused element are put in another order to find what is wrong.
  private static let mostMoves = 8

  /// Gives `report` what `grammar` has against the tree under `root`, until that returns false.
  /// libxml2 stops at the first offence, so the offender is cut out and the rest asked again: a tree
  /// that was refused is not whole afterwards. `size` is about the number of its elements.
  static func offences(
    under root: Node,
    size: Int,
    _ grammar: Grammar,
    _ plan: GrammarPlan,
    report: (GrammarOffence) -> Bool
  ) {
    var cutOut: [String] = []
    var moves = 0
    for _ in 0..<max(4, mostWork / max(size, 1)) {
      let messages = LibXMLMessages()
      guard !isValid(root, grammar, messages) else { return }
      var offence = GrammarOffence(messages.all, root: root, plan: plan)
      if offence.kind == .invalid { judge(&offence, under: root, grammar, plan) }
      // What was cut out must not be reported as missing, nor what would do in its place.
      if let missing = offence.missing,
        cutOut.contains(where: { $0 == missing || plan.isAlternative($0, missing) })
      {
        return
      }
      // libxml2 sorts the children only up to the first that the grammar does not know.
      if let hidden = offence.hidden(plan), moves < mostMoves {
        moves += 1
        moveToFront(hidden)
        continue
      }
      if cutOut.isEmpty || offence.kind != .unexplained {
        guard report(offence) else { return }
      }
      guard let culprit = offence.removable, culprit != root else { return }
      if culprit.pointee.type == XML_ELEMENT_NODE {
        cutOut.append(NodePath.localName(of: culprit))
      }
      xmlUnlinkNode(culprit)
      xmlFreeNode(culprit)
    }
  }

  /// libxml2 says the same of an element that is wrong and of one that stands there too often: it is
  /// asked again without the others of the name.
  private static func judge(
    _ offence: inout GrammarOffence,
    under root: Node,
    _ grammar: Grammar,
    _ plan: GrammarPlan
  ) {
    let twins = NodePath.twins(of: offence.node)
    guard offence.node != root, !twins.isEmpty else { return }
    let moved = twins.map { twin in
      let previous = twin.pointee.prev
      xmlUnlinkNode(twin)
      return (twin, previous)
    }
    let messages = LibXMLMessages()
    let isAloneValid = isValid(root, grammar, messages)
    let isBlamed =
      !isAloneValid
      && GrammarOffence(messages.all, root: root, plan: plan).node == offence.node
    let parent = offence.node.pointee.parent
    for (twin, previous) in moved.reversed() {
      if let previous {
        xmlAddNextSibling(previous, twin)
      } else if let first = parent?.pointee.children {
        xmlAddPrevSibling(first, twin)
      }
    }
    if !isBlamed { offence.blameRepetition() }
  }

  private static func moveToFront(_ node: Node) {
    guard let first = node.pointee.parent?.pointee.children, first != node else { return }
    xmlUnlinkNode(node)
    xmlAddPrevSibling(first, node)
  }

  /// Validates the tree under `root` as if it were a document.
  private static func isValid(
    _ root: Node,
    _ grammar: Grammar,
    _ messages: LibXMLMessages
  ) -> Bool {
    guard let document = root.pointee.doc else { return false }
    // A used context would refuse every later entry (libxml2 2.9).
    guard let context = xmlRelaxNGNewValidCtxt(grammar.schema) else { return false }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(
      context,
      LibXMLMessages.handler,
      Unmanaged.passUnretained(messages).toOpaque()
    )
    // Not a copy of the tree: a document whose only child is the entry.
    var alone = document.pointee
    let next = root.pointee.next
    alone.children = root
    alone.last = root
    root.pointee.next = nil
    defer { root.pointee.next = next }
    return xmlRelaxNGValidateDoc(context, &alone) == 0
  }
}

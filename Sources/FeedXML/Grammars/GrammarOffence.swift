import CLibXML2

/// The one thing to say about a tree that a grammar refuses, out of the several that libxml2 says.
struct GrammarOffence {
  enum Kind: Equatable {
    case strayText, missing, wrongValue, invalidAttribute, badAttributes, notAllowed
    case perhapsMissing, invalid, unexplained
  }

  typealias Node = UnsafeMutablePointer<xmlNode>

  var kind: Kind
  var message: String
  /// The element to blame.
  var node: Node
  var attribute: String?
  /// The local name of an element that is missing.
  var missing: String?
  /// What to cut out so that the rest can be judged.
  var removable: Node?

  /// `messages` in the order of libxml2, about the tree under `root`.
  init(_ messages: [LibXMLMessages.Message], root: Node, plan: GrammarPlan) {
    kind = .unexplained
    message = "\(NodePath.name(of: root)) is not what the grammar allows"
    node = root
    if let stray = GrammarOffence.strayText(root, plan) {
      kind = .strayText
      let text = stray.pointee.content.map { String(cString: $0) } ?? ""
      let parent = stray.pointee.parent ?? root
      message =
        "text \"\(GrammarOffence.excerpt(text))\" among the elements of \(NodePath.name(of: parent))"
      node = parent
      removable = stray
      return
    }
    // libxml2 goes from the inside to the outside; the rank decides, then the order.
    for (index, said) in messages.enumerated() {
      let following = index + 1 < messages.count ? messages[index + 1] : nil
      let offence =
        GrammarOffence.extraElement(said, following, root)
        ?? GrammarOffence.missingElement(said, following, root, plan)
        ?? GrammarOffence.read(said, root)
      if let offence, offence.kind.rank < kind.rank {
        self = offence
      }
    }
  }

  private init(
    _ kind: Kind,
    _ message: String,
    _ node: Node,
    removable: Node? = nil,
    missing: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.node = node
    self.removable = removable
    self.missing = missing
  }

  /// Whether the fault may be anywhere in the element.
  var isVague: Bool {
    switch kind {
    case .missing, .invalidAttribute, .badAttributes, .wrongValue: false
    case .strayText, .notAllowed, .perhapsMissing, .invalid, .unexplained: true
    }
  }

  /// The child that is there although libxml2 says that it is missing, if it is not the first.
  func hidden(_ plan: GrammarPlan) -> Node? {
    guard kind == .missing, let missing else { return nil }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        let name = NodePath.localName(of: current)
        let isSameNamespace =
          xmlStrEqual(current.pointee.ns?.pointee.href, node.pointee.ns?.pointee.href) != 0
        if isSameNamespace, name == missing || plan.isAlternative(name, missing) {
          return current == node.pointee.children ? nil : current
        }
      }
      child = current.pointee.next
    }
    return nil
  }

  private static func read(
    _ said: LibXMLMessages.Message,
    _ root: Node
  ) -> GrammarOffence? {
    let node = said.node.flatMap { $0.pointee.type == XML_ELEMENT_NODE ? $0 : nil } ?? root
    let name = NodePath.name(of: node)
    let text = said.text
    if let words = match(text, "Invalid attribute ", " for element ") {
      var offence = GrammarOffence(
        .invalidAttribute,
        "attribute \(words.0) is not allowed on \(name), or not with this value",
        node,
        removable: node
      )
      offence.attribute = words.0
      return offence
    }
    if let words = match(text, "Type ", " doesn't allow value ") {
      let value = words.1.hasPrefix("'") ? words.1 : "'\(words.1)'"
      return GrammarOffence(
        .wrongValue,
        "\(excerpt(value)) in \(name) is not a \(words.0)",
        node,
        removable: node
      )
    }
    if match(text, "Element ", " has extra content: ") != nil
      || match(text, "Did not expect element ", " there") != nil
    {
      let parent = node.pointee.parent.map { NodePath.name(of: $0) } ?? "the document"
      return GrammarOffence(
        .notAllowed,
        "\(name) is not allowed in \(parent)",
        node,
        removable: node
      )
    }
    if match(text, "Did not expect text in element ", "") != nil {
      return GrammarOffence(.notAllowed, "\(name) may not hold text", node, removable: node)
    }
    if match(text, "Expecting element ", " to be empty") != nil {
      return GrammarOffence(.notAllowed, "\(name) has to be empty", node, removable: node)
    }
    if let words = match(text, "Expecting element ", ", got ") {
      return GrammarOffence(
        node == root ? .notAllowed : .invalid,
        node == root ? "\(words.0) should stand here, not \(name)" : invalid(node),
        node,
        removable: node
      )
    }
    if let words = match(text, "Element ", " failed to validate attributes") {
      // The node is the element, or its first child.
      let named = [node, node.pointee.parent ?? node].first {
        NodePath.localName(of: $0) == words.0
      }
      guard let named else { return nil }
      return GrammarOffence(
        .badAttributes,
        "\(NodePath.name(of: named)) lacks an attribute, or one has a wrong value"
          + attributes(named),
        named,
        removable: named
      )
    }
    if match(text, "Element ", " failed to validate content") != nil, node != root {
      return GrammarOffence(.invalid, invalid(node), node, removable: node)
    }
    return nil
  }

  /// "Extra element X in interleave" comes without a node: it is named by the message that follows,
  /// or is a child of that which is.
  private static func extraElement(
    _ said: LibXMLMessages.Message,
    _ following: LibXMLMessages.Message?,
    _ root: Node
  ) -> GrammarOffence? {
    guard let words = match(said.text, "Extra element ", " in interleave") else { return nil }
    let named = following?.node ?? root
    if named != root, named.pointee.type == XML_ELEMENT_NODE,
      NodePath.localName(of: named) == words.0
    {
      return GrammarOffence(.invalid, invalid(named), named, removable: named)
    }
    var child = named.pointee.last
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE, NodePath.localName(of: current) == words.0 {
        return GrammarOffence(.invalid, invalid(current), current, removable: current)
      }
      child = current.pointee.prev
    }
    return nil
  }

  private static func missingElement(
    _ said: LibXMLMessages.Message,
    _ following: LibXMLMessages.Message?,
    _ root: Node,
    _ plan: GrammarPlan
  ) -> GrammarOffence? {
    guard let wanted = match(said.text, "Expecting an element ", ", got nothing")?.0 else {
      return nil
    }
    let node = said.node.flatMap { $0.pointee.type == XML_ELEMENT_NODE ? $0 : nil } ?? root
    let name = NodePath.name(of: node)
    let words =
      plan.missing[NodePath.localName(of: node) + "/" + wanted] ?? "\(name) has no \(wanted)"
    // Elsewhere libxml2 also says it of what may be missing.
    let isCertain = following?.text == "Invalid sequence in interleave"
    return GrammarOffence(
      isCertain ? .missing : .perhapsMissing,
      words,
      node,
      removable: node == root ? nil : node,
      missing: wanted
    )
  }

  private static func invalid(_ node: Node) -> String {
    let name = NodePath.name(of: node)
    var shown = ""
    if let first = node.pointee.children, first.pointee.type == XML_TEXT_NODE,
      let content = first.pointee.content
    {
      shown = ": \"\(excerpt(String(cString: content)))\""
    }
    var held: [String] = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { held.append(NodePath.name(of: current)) }
      child = current.pointee.next
    }
    if !held.isEmpty {
      shown += ", which holds " + held.prefix(8).joined(separator: ", ")
    }
    return "the content or an attribute of \(name) is not valid\(shown)\(attributes(node))"
  }

  /// Says that the element stands there too often, and blames the second.
  mutating func blameRepetition() {
    var first = node
    var sibling = node.pointee.prev
    while let current = sibling {
      if NodePath.isSameName(current, node) { first = current }
      sibling = current.pointee.prev
    }
    var second = first.pointee.next
    while let current = second {
      if current.pointee.type == XML_ELEMENT_NODE, NodePath.isSameName(current, first) {
        node = current
        break
      }
      second = current.pointee.next
    }
    let parent = node.pointee.parent.map { NodePath.name(of: $0) } ?? "the document"
    message = "\(NodePath.name(of: node)) may stand only once in \(parent)"
    removable = node
  }

  /// ` (url="…", type="…")`, or "" without attributes.
  private static func attributes(_ node: Node) -> String {
    var shown: [String] = []
    var next = node.pointee.properties
    while let attribute = next {
      let name = attribute.pointee.name.map { String(cString: $0) } ?? ""
      let value = attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
      shown.append("\(name)=\"\(excerpt(value))\"")
      next = attribute.pointee.next
    }
    return shown.isEmpty ? "" : " (" + shown.joined(separator: ", ") + ")"
  }

  /// Text among elements in the tree's first levels: libxml2 would call an element missing.
  private static func strayText(_ root: Node, _ plan: GrammarPlan) -> Node? {
    let containers = plan.entryPath + plan.elementsOnly
    var level = [root]
    for _ in plan.entryPath {
      var next: [Node] = []
      for parent in level where containers.contains(where: { $0.matches(parent) }) {
        var child = parent.pointee.children
        while let current = child {
          if current.pointee.type == XML_TEXT_NODE { return current }
          if current.pointee.type == XML_ELEMENT_NODE { next.append(current) }
          child = current.pointee.next
        }
      }
      level = next
    }
    return nil
  }

  /// On one line, and short.
  private static func excerpt(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 60 ? words.prefix(60) + "…" : words
  }

  /// The parts of `text` around `middle`, if it begins with `start`.
  private static func match(
    _ text: String,
    _ start: String,
    _ middle: String
  ) -> (String, String)? {
    guard text.hasPrefix(start) else { return nil }
    let rest = text.utf8.dropFirst(start.utf8.count)
    let wanted = Array(middle.utf8)
    if wanted.isEmpty { return (String(rest) ?? "", "") }
    var index = rest.startIndex
    while index != rest.endIndex {
      if rest[index...].starts(with: wanted) {
        let after = rest.index(index, offsetBy: wanted.count)
        return (String(rest[..<index]) ?? "", String(rest[after...]) ?? "")
      }
      index = rest.index(after: index)
    }
    return nil
  }
}

extension GrammarOffence.Kind {
  /// The lower, the more it says. A missing element outranks an attribute that is only wrong on the
  /// way to it: libxml2 tries a link as the alternate link that an entry lacks.
  fileprivate var rank: Int {
    switch self {
    case .strayText: 0
    case .missing: 1
    case .wrongValue: 2
    case .invalidAttribute: 3
    case .badAttributes: 4
    case .notAllowed: 5
    case .perhapsMissing: 6
    case .invalid: 7
    case .unexplained: 8
    }
  }
}

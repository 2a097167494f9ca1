import CLibXML2

/// Where an element's start tag begins. Kept in the node's `_private`, since libxml2 keeps no
/// columns and only sixteen bits of the line.
struct NodePlace {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ position: (line: Int, column: Int)) {
    self.init(line: position.line, column: position.column)
  }

  init(_ node: UnsafeMutablePointer<xmlNode>?) {
    let bits = UInt(bitPattern: node?.pointee._private)
    self.init(line: max(Int(bits >> 32), 1), column: max(Int(bits & 0xFFFF_FFFF), 1))
  }

  var packed: UnsafeMutableRawPointer? {
    let bits = UInt(UInt32(clamping: line)) << 32 | UInt(UInt32(clamping: column))
    return UnsafeMutableRawPointer(bitPattern: bits)
  }
}

/// Names and paths of elements, for people.
enum NodePath {
  /// The name as written, with its prefix.
  static func name(of node: UnsafeMutablePointer<xmlNode>) -> String {
    let local = localName(of: node)
    guard let prefix = node.pointee.ns?.pointee.prefix else { return local }
    return String(cString: prefix) + ":" + local
  }

  static func localName(of node: UnsafeMutablePointer<xmlNode>) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  static func isSameName(
    _ a: UnsafeMutablePointer<xmlNode>,
    _ b: UnsafeMutablePointer<xmlNode>
  ) -> Bool {
    xmlStrEqual(a.pointee.name, b.pointee.name) != 0
      && xmlStrEqual(a.pointee.ns?.pointee.href, b.pointee.ns?.pointee.href) != 0
  }

  /// The siblings of the same name, in document order.
  static func twins(
    of node: UnsafeMutablePointer<xmlNode>
  ) -> [UnsafeMutablePointer<xmlNode>] {
    var twins: [UnsafeMutablePointer<xmlNode>] = []
    var sibling = node.pointee.parent?.pointee.children
    while let current = sibling {
      if current != node, current.pointee.type == XML_ELEMENT_NODE, isSameName(current, node) {
        twins.append(current)
      }
      sibling = current.pointee.next
    }
    return twins
  }

  /// The next element in document order, or the next after all that is in an element.
  static func following(
    _ node: UnsafeMutablePointer<xmlNode>,
    skipsContent: Bool
  ) -> UnsafeMutablePointer<xmlNode>? {
    if !skipsContent, let child = firstElement(node.pointee.children) { return child }
    var next: UnsafeMutablePointer<xmlNode>? = node
    while let current = next, current.pointee.type == XML_ELEMENT_NODE {
      if let sibling = firstElement(current.pointee.next) { return sibling }
      next = current.pointee.parent
    }
    return nil
  }

  /// The element before an element.
  static func elder(
    of node: UnsafeMutablePointer<xmlNode>
  ) -> UnsafeMutablePointer<xmlNode>? {
    var sibling = node.pointee.prev
    while let current = sibling, current.pointee.type != XML_ELEMENT_NODE {
      sibling = current.pointee.prev
    }
    return sibling
  }

  private static func firstElement(
    _ node: UnsafeMutablePointer<xmlNode>?
  ) -> UnsafeMutablePointer<xmlNode>? {
    var next = node
    while let current = next, current.pointee.type != XML_ELEMENT_NODE {
      next = current.pointee.next
    }
    return next
  }

  /// `/rss/channel/item[3]/guid`. Positions are given to elements that have siblings of the same
  /// name, and to the entry, if the node is in one: its siblings are gone from the tree already.
  static func path(
    of node: UnsafeMutablePointer<xmlNode>,
    entry: (depth: Int, position: Int)?
  ) -> String {
    var chain: [UnsafeMutablePointer<xmlNode>] = []
    var next: UnsafeMutablePointer<xmlNode>? = node
    while let current = next, current.pointee.type == XML_ELEMENT_NODE {
      chain.append(current)
      next = current.pointee.parent
    }
    var path = ""
    for (level, element) in chain.reversed().enumerated() {
      path += "/" + name(of: element)
      if let entry, level + 1 == entry.depth {
        path += "[\(entry.position)]"
      } else if level > 0, let position = position(element) {
        path += "[\(position)]"
      }
    }
    return path
  }

  /// The 1-based position among siblings of the same name, if there are any.
  private static func position(_ node: UnsafeMutablePointer<xmlNode>) -> Int? {
    var before = 0
    var after = 0
    var sibling = node.pointee.prev
    while let current = sibling {
      if isSameName(current, node) { before += 1 }
      sibling = current.pointee.prev
    }
    sibling = node.pointee.next
    while let current = sibling, after == 0 {
      if isSameName(current, node) { after += 1 }
      sibling = current.pointee.next
    }
    return before + after > 0 ? before + 1 : nil
  }
}

extension GrammarPlan.Name: CustomStringConvertible {
  /// For messages: `feed in the namespace http://www.w3.org/2005/Atom`.
  public var description: String {
    namespace.isEmpty ? "\(local) in no namespace" : "\(local) in the namespace \(namespace)"
  }

  func matches(_ node: UnsafeMutablePointer<xmlNode>) -> Bool {
    // A document is a node, too, but one without a namespace to look at.
    guard node.pointee.type == XML_ELEMENT_NODE else { return false }
    let href = node.pointee.ns?.pointee.href
    let isInNamespace = href == nil ? namespace.isEmpty : xmlStrEqual(href, namespace) != 0
    return isInNamespace && xmlStrEqual(node.pointee.name, local) != 0
  }
}

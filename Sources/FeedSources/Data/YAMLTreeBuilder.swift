import CLibYAML

/// Builds a tree from libyaml's events, one document a builder. `finish` frees what it holds.
struct YAMLTreeBuilder {
  /// A finished node that aliases may repeat, with what repeating it costs.
  private struct Anchor {
    let node: DataNode
    let nodes: Int
    let height: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineOffset: Int
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  private var aliasedNodes = 0
  /// The height of the node that was finished last: 0 for a scalar.
  private var height = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int) {
    self.bytes = bytes
    self.lineOffset = lineOffset
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    // The parser refuses to be used (and says so) when this has failed for want of memory.
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    _ = yaml_parser_initialize(parser)
    // Else libyaml takes a byte order mark as leave to read UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  func finish() {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The one document of the stream.
  mutating func document() throws(DataError) -> DataNode {
    try advance()
    try advance()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else {
      return DataNode(.null, at: DataPosition(line: lineOffset &+ 1, column: 1))
    }
    try advance()
    let root = try node(depth: 0)
    try advance()
    try advance()
    guard event.pointee.type == YAML_STREAM_END_EVENT else {
      throw DataError(
        "a second YAML document begins here, but a file may hold one only",
        at: position,
        help: "remove the line '---'"
      )
    }
    return root
  }

  // MARK: - Nodes

  /// The node that begins at the current event; ends at its last event.
  private mutating func node(depth: Int) throws(DataError) -> DataNode {
    let nodesBefore = nodes
    nodes &+= 1
    let type = event.pointee.type
    if type == YAML_SCALAR_EVENT {
      let node = DataNode(scalar(), at: position)
      height = 0
      if let name = event.pointee.data.scalar.anchor { anchors[text(name)] = anchor(node, 1) }
      return node
    }
    if type == YAML_ALIAS_EVENT { return try alias(depth: depth) }
    guard depth < DataLimits.depth else { throw tooDeep() }
    let place = position
    let isMapping = type == YAML_MAPPING_START_EVENT
    let anchorName =
      isMapping
      ? event.pointee.data.mapping_start.anchor : event.pointee.data.sequence_start.anchor
    let name = anchorName.map { text($0) }
    let value: DataNode.Value =
      isMapping
      ? .mapping(try mapping(depth: depth)) : .sequence(try sequence(depth: depth))
    let node = DataNode(value, at: place)
    if let name { anchors[name] = anchor(node, nodes &- nodesBefore) }
    return node
  }

  private func anchor(_ node: DataNode, _ nodes: Int) -> Anchor {
    Anchor(node: node, nodes: nodes, height: height)
  }

  private mutating func sequence(depth: Int) throws(DataError) -> [DataNode] {
    var elements: [DataNode] = []
    var tallest = 0
    try advance()
    while event.pointee.type != YAML_SEQUENCE_END_EVENT {
      elements.append(try node(depth: depth &+ 1))
      tallest = max(tallest, height)
      try advance()
    }
    height = tallest &+ 1
    return elements
  }

  private mutating func mapping(depth: Int) throws(DataError) -> DataMapping {
    var builder = DataMappingBuilder()
    var merged: [DataNode] = []
    var tallest = 0
    try advance()
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      let place = position
      let isMerge = isMergeKey
      let key = try key()
      if !isMerge, let error = builder.duplicateError(key, at: place) { throw error }
      try advance()
      let node = try node(depth: depth &+ 1)
      tallest = max(tallest, height)
      if isMerge {
        merged.append(node)
      } else {
        builder.append(DataMapping.Entry(key: key, keyPosition: place, node: node))
      }
      try advance()
    }
    // A mapping's own keys win over merged ones, earlier merged ones over later ones
    // (https://yaml.org/type/merge.html).
    for node in merged { try merge(node, into: &builder) }
    height = tallest &+ 1
    return builder.mapping
  }

  private func merge(_ node: DataNode, into builder: inout DataMappingBuilder) throws(DataError) {
    switch node.value {
    case .mapping(let mapping):
      for entry in mapping.entries where builder.index(of: entry.key) == nil {
        builder.append(entry)
      }
    case .sequence(let nodes) where nodes.allSatisfy { $0.asMapping != nil }:
      for node in nodes { try merge(node, into: &builder) }
    case .null, .scalar, .sequence:
      throw DataError(
        "'<<' merges mappings, but this is \(node.typeName)",
        at: node.position,
        help: "give it an alias of a mapping, such as <<: *defaults"
      )
    }
  }

  private mutating func key() throws(DataError) -> String {
    let type = event.pointee.type
    if type == YAML_SCALAR_EVENT {
      if let name = event.pointee.data.scalar.anchor {
        anchors[text(name)] = Anchor(node: DataNode(scalar(), at: position), nodes: 1, height: 0)
      }
      return scalarText()
    }
    if type == YAML_ALIAS_EVENT, let text = try alias(depth: 0).asString { return text }
    // {{ site.title }} reads as a mapping that is a key.
    let isTemplate = type == YAML_MAPPING_START_EVENT && isTemplateHere
    throw DataError(
      isTemplate
        ? "'{{' begins a YAML mapping here" : "a key must be text, but this is a list or mapping",
      at: isTemplate ? position(before: 1) : position,
      help: isTemplate ? "put a value that begins with { in quotes" : nil
    )
  }

  private mutating func alias(depth: Int) throws(DataError) -> DataNode {
    let name = event.pointee.data.alias.anchor.map { text($0) } ?? ""
    guard let anchor = anchors[name] else {
      throw DataError(
        "'*\(name)' refers to '&\(name)', which is not defined before it",
        at: position,
        help: "put a value that begins with * in quotes"
      )
    }
    nodes = nodes.addingReportingOverflow(anchor.nodes).partialValue
    aliasedNodes &+= anchor.nodes
    guard aliasedNodes <= DataLimits.aliasedNodes else {
      throw DataError(
        "aliases expand to more than \(DataLimits.aliasedNodes) values",
        at: position
      )
    }
    guard depth &+ anchor.height <= DataLimits.depth else { throw tooDeep() }
    height = anchor.height
    return DataNode(anchor.node.value, at: position)
  }

  // MARK: - Scalars

  private func scalarText() -> String {
    let scalar = event.pointee.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
      as: UTF8.self
    )
  }

  private func scalar() -> DataNode.Value {
    let isPlain =
      event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
      && !isTaggedAsText(event.pointee.data.scalar.tag)
    if isPlain && isNull { return .null }
    return .scalar(text: scalarText(), style: isPlain ? .plain : .quoted)
  }

  private var isNull: Bool {
    let scalar = event.pointee.data.scalar
    return Self.isNull(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
  }

  /// Whether a plain scalar is YAML's null.
  static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.count {
    case 0: return true
    case 1: return text[0] == UInt8(ascii: "~")
    case 4: return nulls.contains { $0.withUTF8Buffer { $0.elementsEqual(text) } }
    default: return false
    }
  }

  private static let nulls: [StaticString] = ["null", "Null", "NULL"]

  private var isMergeKey: Bool {
    guard event.pointee.type == YAML_SCALAR_EVENT else { return false }
    let scalar = event.pointee.data.scalar
    guard scalar.length == 2, let value = scalar.value else { return false }
    return value[0] == UInt8(ascii: "<") && value[1] == UInt8(ascii: "<")
      && scalar.style == YAML_PLAIN_SCALAR_STYLE
  }

  /// Whether the mapping that begins here stands in another's braces: `{{`.
  private var isTemplateHere: Bool {
    let lines = SourceLines(bytes)
    let mark = event.pointee.start_mark
    return mark.column > 0 && lines.byte(line: Int(mark.line), column: Int(mark.column)) == 0x7B
      && lines.byte(line: Int(mark.line), column: Int(mark.column) &- 1) == 0x7B
  }

  private func isTaggedAsText(_ tag: UnsafeMutablePointer<UInt8>?) -> Bool {
    guard let tag else { return false }
    return text(tag) == "tag:yaml.org,2002:str" || text(tag) == "!"
  }

  private func text(_ start: UnsafeMutablePointer<UInt8>) -> String { String(cString: start) }

  // MARK: - Events

  private mutating func advance() throws(DataError) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else {
      throw YAMLErrors(bytes: bytes, lineOffset: lineOffset).error(of: parser.pointee)
    }
  }

  private var position: DataPosition { position(before: 0) }

  private func position(before columns: Int) -> DataPosition {
    let mark = event.pointee.start_mark
    return DataPosition(
      line: Int(mark.line) &+ 1 &+ lineOffset,
      column: max(1, Int(mark.column) &+ 1 &- columns)
    )
  }

  private func tooDeep() -> DataError {
    DataError("lists and mappings are nested more than \(DataLimits.depth) deep", at: position)
  }
}

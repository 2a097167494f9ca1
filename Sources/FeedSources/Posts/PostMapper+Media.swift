import FeedModel

/// The pictures and files of a post.
extension PostMapper {
  /// Reads a picture: an address, or a mapping with an address and a description.
  func image(
    _ value: FieldValues.Value?,
    permalink: String,
    path: String,
    notes: inout [String]
  ) throws(SourceProblem) -> Image? {
    guard let value else { return nil }
    var node = value.node
    // A list's first element; a list in a list is none.
    if case .sequence(let nodes) = node.value, let first = nodes.first { node = first }
    switch node.value {
    case .null: return nil
    case .sequence: throw wrongType(value, node: node, expected: "an address", path: path)
    case .mapping:
      // A theme's settings for a picture that is not there: `cover: {image: "", hidden: true}`.
      guard let address = text(of: ["src", "url", "path", "href", "image"], in: node),
        let url = picture(address, of: value, permalink: permalink, notes: &notes)
      else { return nil }
      return Image(
        url: url,
        description: text(of: ["alt", "caption", "title"], in: node),
        mediaType: MediaType.ofFile(named: address),
        width: node["width"]?.asInt,
        height: node["height"]?.asInt
      )
    case .scalar(let text, _):
      let address = text.trimmingSpaces()
      guard !address.isEmpty, node.asBool == nil,
        let url = picture(address, of: value, permalink: permalink, notes: &notes)
      else { return nil }
      return Image(url: url, mediaType: MediaType.ofFile(named: address))
    }
  }

  private func picture(
    _ address: String,
    of value: FieldValues.Value,
    permalink: String,
    notes: inout [String]
  ) -> String? {
    if rules.preset.picturesCountFromRoot { return root.page(address) }
    if let url = root.file(address) { return url }
    guard !rules.preset.bundlesPictures else {
      notes.append(
        "\(value.key): only \(rules.preset.title) knows the address of \(address), so it is left out"
      )
      return nil
    }
    return resolve(address, from: permalink)
  }

  /// Reads files: an address, a mapping with an address, or a list of these.
  func attachments(
    _ value: FieldValues.Value?,
    permalink: String,
    head: Head,
    notes: inout [String]
  ) throws(SourceProblem) -> [Attachment] {
    guard let value else { return [] }
    var attachments: [Attachment] = []
    for node in value.node.asSequence ?? [value.node] where !node.isNull {
      if Self.isForeign(node, under: value.key) {
        notes.append("\(value.key) is no address of a file, so it is no attachment")
      } else {
        attachments.append(
          try attachment(node, of: value, permalink: permalink, head: head, notes: &notes)
        )
      }
    }
    return attachments
  }

  /// Under `audio` and `video`, themes keep ids of videos and settings of players too.
  private static func isForeign(_ node: DataNode, under key: String) -> Bool {
    guard ["audio", "video"].contains(key.lowercased()) else { return false }
    guard case .mapping = node.value else {
      return node.asString.flatMap(MediaType.ofFile) == nil
    }
    return text(of: addressKeys, in: node) == nil
  }

  private static let addressKeys = ["url", "src", "href", "file", "path"]

  private func attachment(
    _ node: DataNode,
    of value: FieldValues.Value,
    permalink: String,
    head: Head,
    notes: inout [String]
  ) throws(SourceProblem) -> Attachment {
    var address = node.asString?.trimmingSpaces()
    if case .mapping = node.value {
      address = text(of: Self.addressKeys, in: node)
    }
    guard let address, !address.isEmpty else {
      if case .mapping = node.value { throw lacking("url", value, node: node, path: head.path) }
      throw wrongType(
        value,
        node: node,
        expected: "an address or a mapping with `url`",
        path: head.path
      )
    }
    let url = resolve(address, from: permalink)
    var size: Int64?
    if let node = node["size"] ?? node["length"] ?? node["size_in_bytes"] {
      guard let bytes = node.asInt, bytes >= 0 else {
        throw SourceProblem(
          path: head.path,
          line: node.position.line,
          column: node.position.column,
          message: "the size of an attachment must be a whole number of bytes"
        )
      }
      size = Int64(bytes)
    }
    size = size ?? assetSize(of: url, address: address, head: head)
    if size == nil {
      notes.append("the size of \(address) is not known: no such file in the site's folders")
    }
    let mediaType =
      text(of: ["type", "mime_type", "mime"], in: node) ?? MediaType.ofFile(named: url)
    if mediaType == nil {
      notes.append("the type of \(address) does not follow from its name: add `type`")
    }
    return Attachment(
      url: url,
      mediaType: mediaType ?? "application/octet-stream",
      size: size,
      duration: try duration(
        node["duration"] ?? node["duration_in_seconds"],
        path: head.path
      ),
      title: text(of: ["title"], in: node)
    )
  }

  /// Seconds, or `1:02:03`.
  private func duration(_ node: DataNode?, path: String) throws(SourceProblem) -> Double? {
    guard let node, let text = node.asString, !text.isEmpty else { return nil }
    if let seconds = Double(text), seconds >= 0, seconds.isFinite { return seconds }
    var total = 0.0
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for part in parts {
      guard parts.count <= 3, let number = Double(part), number >= 0, number.isFinite else {
        throw SourceProblem(
          path: path,
          line: node.position.line,
          column: node.position.column,
          message: "\"\(text)\" is no duration",
          help: "write seconds, or hours, minutes and seconds as 1:02:03"
        )
      }
      total = total * 60 + number
    }
    return total
  }

  /// The size of a file that the site serves: beside the post, or below a folder that is served from
  /// the root.
  private func assetSize(of url: String, address: String, head: Head) -> Int64? {
    let folder = head.file.lastIndex(of: "/").map { String(head.file[..<$0]) } ?? "."
    if !address.hasPrefix("/"), !URI.isAbsolute(address),
      let size = FileSystem.size(ofFile: folder + "/" + address)
    {
      return size
    }
    guard let path = root.path(of: url) else { return nil }
    for folder in rules.assetFolders {
      if let size = FileSystem.size(ofFile: folder + "/" + path) { return size }
    }
    return nil
  }

  private func text(of keys: [String], in node: DataNode) -> String? {
    Self.text(of: keys, in: node)
  }

  private static func text(of keys: [String], in node: DataNode) -> String? {
    for key in keys {
      if let text = node[key]?.asString?.trimmingSpaces(), !text.isEmpty { return text }
    }
    return nil
  }
}

import FeedJSON
import FeedSources

extension DataNode {
  /// The tree as JSON: scalars as strings, without places and styles.
  func write(to json: inout JSONSerializer) {
    switch value {
    case .null: json.null()
    case .scalar(let text, _): json.value(text)
    case .sequence(let nodes):
      json.beginArray()
      for node in nodes { node.write(to: &json) }
      json.endArray()
    case .mapping(let mapping):
      json.beginObject()
      for entry in mapping.entries {
        json.key(entry.key)
        entry.node.write(to: &json)
      }
      json.endObject()
    }
  }

  var json: String {
    var json = JSONSerializer()
    write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Every node by path with its place and what it is.
  func describePlaces(path: String = "", into places: inout [(path: String, what: String)]) {
    var what = "\(position.line):\(position.column) "
    if case .scalar(_, let style) = value { what += "\(style), " }
    places.append((path, what + typeName))
    let prefix = path.isEmpty ? "" : path + "."
    switch value {
    case .null, .scalar: break
    case .sequence(let nodes):
      for (index, node) in nodes.enumerated() {
        node.describePlaces(path: prefix + String(index), into: &places)
      }
    case .mapping(let mapping):
      for entry in mapping.entries {
        entry.node.describePlaces(path: prefix + entry.key, into: &places)
      }
    }
  }
}

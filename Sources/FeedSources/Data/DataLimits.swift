/// What bounds the trees that `YAML`, `TOML` and `JSONTree` build, whatever they are given: everything
/// that walks a `DataNode` may recurse.
enum DataLimits {
  /// Sequences and mappings inside each other.
  static let depth = 100
  /// Nodes that YAML aliases may add to those that are written out ("billion laughs").
  static let aliasedNodes = 100_000
}

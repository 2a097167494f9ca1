extension Preset {
  /// The preset whose generator the files in a site's folder give away; nil for none.
  ///
  /// Of the marks that are there, the one with the most files decides: `_config.yml` is Jekyll's,
  /// unless Hexo's `scaffolds` lie beside it. Without any, `package.json` is asked.
  public static func detected(inFolder folder: String) -> Preset? {
    var best: (preset: Preset, files: Int)?
    for preset in all {
      for mark in preset.marks where mark.count > best?.files ?? 0 {
        if mark.allSatisfy({ FileSystem.kind(of: folder + "/" + $0) != nil }) {
          best = (preset, mark.count)
        }
      }
    }
    if best?.preset == zola, isHugosConfiguration(folder + "/config.toml") { return hugo }
    return best?.preset ?? ofPackage(folder + "/package.json")
  }

  /// A `config.toml` alone may be Hugo's or Zola's; only Zola writes `base_url`.
  private static func isHugosConfiguration(_ path: String) -> Bool {
    guard let data = data(path, TOML.parse) else { return false }
    return data["base_url"] == nil && data.asMapping?.entry(ignoringCaseOf: "baseURL") != nil
  }

  private static func ofPackage(_ path: String) -> Preset? {
    guard let data = data(path, JSONTree.parse) else { return nil }
    let names = ["dependencies", "devDependencies"].flatMap { key in
      data[key]?.asMapping?.entries.map(\.key) ?? []
    }
    return all.first { preset in preset.packages.contains { names.contains($0) } }
  }

  private static func data(
    _ path: String,
    _ parse: (UnsafeBufferPointer<UInt8>, Int) throws(DataError) -> DataNode
  ) -> DataNode? {
    var reader = FileReader()
    guard (try? reader.open(path)) != nil, (try? reader.readToEnd(limit: 1_000_000)) != nil else {
      return nil
    }
    return try? parse(reader.bytes, 0)
  }
}

extension Preset {
  /// All presets, sorted by name. A test compares the list with the folder.
  public static let all: [Preset] = [
    astro, auto, docusaurus, eleventy, gatsby, hexo, hugo, jekyll, pelican, zola,
  ]

  /// The preset of a name.
  public static func named(_ name: String) -> Preset? {
    all.first { $0.name == name }
  }
}

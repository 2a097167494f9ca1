extension TemplateSyntax {
  /// Pelican has no tags, but addresses that count from its content folder.
  ///
  /// Source: Pelican's documentation, "Linking to internal content". `|filename|` is how they were
  /// written up to version 3.1.
  static let pelican = TemplateSyntax(
    generator: "Pelican",
    notation: .none,
    linkPrefixes: [
      ("filename", .page), ("static", .file), ("attach", .ownFile), ("index", .home),
      ("author", .unknown), ("category", .unknown), ("tag", .unknown),
    ].flatMap { (name: String, meaning: LinkPrefix.Meaning) in
      [
        LinkPrefix(text: "{\(name)}", meaning: meaning),
        LinkPrefix(text: "|\(name)|", meaning: meaning),
      ]
    }
  )
}

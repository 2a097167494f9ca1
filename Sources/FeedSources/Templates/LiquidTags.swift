extension TemplateSyntax {
  /// What Liquid and Nunjucks have in common, whatever the generator, and the two tags that plugins
  /// of all generators have under these names.
  static let liquidTags: [String: TagMeaning] = [
    "raw": .raw, "verbatim": .raw, "comment": .comment, "doc": .comment,
    "assign": .definition, "capture": .definition, "set": .definition, "macro": .definition,
    "import": .definition,
    "for": .loop, "tablerow": .loop, "asyncEach": .loop, "asyncAll": .loop,
    "case": .loop, "if": .condition, "unless": .condition, "ifchanged": .condition,
    "else": .branch, "elsif": .branch, "elseif": .branch, "elif": .branch, "when": .branch,
    "youtube": .link(.youTube), "vimeo": .link(.vimeo),
  ]
}

import FeedSources
import FeedXML

/// The keys of `posts:` that decide what is taken out of content.
enum CleaningOptions {
  static func read(
    _ section: ConfigurationMapping,
    into policy: inout HTMLCleaner.Policy
  ) throws(SourceProblem) {
    for node in section.list("remove") {
      guard let text = node.asString else {
        throw section.wrongType("remove", node, expected: "a selector such as `.toc`")
      }
      do {
        policy.removedSelectors.append(try HTMLSelector(parsing: text))
      } catch {
        throw section.problem(
          at: node,
          "the selector \"\(text)\" cannot be read: \(error.message)",
          help: "write a tag, .class, #id or [attribute], such as `nav.toc`"
        )
      }
    }
    guard let node = section["iframes"] else { return }
    switch node.asString {
    case "link": policy.frames = .link
    case "keep": policy.frames = .keep
    case "remove": policy.frames = .remove
    default: policy.frameHosts = Set((try section.texts("iframes") ?? []).map { $0.lowercased() })
    }
  }
}

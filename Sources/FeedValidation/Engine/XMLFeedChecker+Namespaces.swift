import FeedXML

extension XMLFeedChecker {
  /// Looks at the namespaces that a tag declares, before its name is understood.
  func readNamespaces(_ tag: borrowing XMLStartTag) {
    for number in 0..<tag.namespaceCount {
      guard let declared = tag.namespace(number), !declared.uri.isEmpty else { continue }
      readNamespace(declared.prefix, declared.uri, tag)
    }
  }

  private func readNamespace(_ prefix: String?, _ uri: String, _ tag: borrowing XMLStartTag) {
    let known = KnownNamespaces.shared
    if prefix == "itunes" { declaresITunes = true }
    if let entry = known.entry(of: uri) {
      // The default namespace, and prefixes of formats themselves, are spelling.
      if let prefix, prefix != entry.prefix, known.entry(prefix: prefix) == nil {
        report(
          .namespacePrefixUnusual,
          "the prefix \(prefix) stands for \(uri), for which \(entry.prefix) is customary",
          prefix,
          tag
        )
      }
    } else if let meant = known.entry(meantBy: uri) {
      names.read(uri, as: meant.namespace)
      report(
        rule(forMisspelt: meant, as: uri),
        "the namespace \(uri) is not that of \(meant.prefix), which is \(meant.namespace)",
        prefix,
        tag,
        replacement: meant.namespace
      )
    } else {
      checkURI(uri, prefix, tag)
    }
    guard let prefix, let customary = known.entry(prefix: prefix), customary.namespace != uri,
      known.entry(of: uri)?.prefix != prefix, known.entry(meantBy: uri)?.prefix != prefix
    else { return }
    report(
      .namespacePrefixReserved,
      "the prefix \(prefix) stands for \(uri); readers expect \(customary.namespace) of it",
      prefix,
      tag
    )
  }

  /// Spellings that are common are read by many; others lose all elements of the namespace.
  private func rule(forMisspelt entry: KnownNamespaces.Entry, as uri: String) -> Rule {
    switch entry.prefix {
    case "media" where entry.variants.contains(uri): .namespaceMediaMisspelt
    case "itunes" where uri.lowercased() == entry.namespace: .namespaceMisspelt
    case "itunes", "podcast", "media", "content":
      entry.variants.contains(uri) ? .namespaceMisspelt : .namespaceLost
    case "wiki": .namespaceWikiObsolete
    default: .namespaceMisspelt
    }
  }

  /// A namespace of its author's own is still an IRI.
  private func checkURI(_ uri: String, _ prefix: String?, _ tag: borrowing XMLStartTag) {
    Array(uri.utf8).withUnsafeBufferPointer { bytes in
      ValueType.namespaceURI.check(bytes, ValueContext(now: settings.now)) { found in
        report(found.rule, "the namespace \(uri) \(found.message)", prefix, tag)
      }
    }
  }

  private func report(
    _ rule: Rule,
    _ message: String,
    _ prefix: String?,
    _ tag: borrowing XMLStartTag,
    replacement: String? = nil
  ) {
    let attribute = prefix.map { "xmlns:" + $0 } ?? "xmlns"
    report(
      Finding(
        rule: rule,
        message: message,
        position: tag.position(ofAttribute: attribute)?.value ?? tag.position,
        element: tag.name.qualifiedName,
        attribute: attribute,
        replacement: replacement
      )
    )
  }
}

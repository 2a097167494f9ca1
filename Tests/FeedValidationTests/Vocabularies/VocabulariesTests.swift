import FeedModel
import FeedXML
import Foundation
import Testing

@testable import FeedValidation

@Suite("Vocabularies")
struct VocabulariesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/FeedValidation/Vocabularies")

  /// Those that are no extensions: formats, and files that hold no vocabulary.
  private static let others: Set<String> = [
    "Atom", "Atom03", "KnownNamespaces", "OPML", "RDF", "RSS", "RSS090", "RSS10", "Vocabularies",
  ]

  /// All that any document is held against.
  private static let all: [Vocabulary] =
    [.rss, .rss10, .rss090, .rdf, .atom, .atom03, .opml] + Vocabularies.extensions

  @Test("Every file of the folder is in the list, in the order of the files")
  func list() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
    let files = names.filter { !Self.others.contains($0) }
    #expect(files.count > 40)
    let declared = try files.map { name in
      let text = try String(
        contentsOf: Self.folder.appending(path: name + ".swift"),
        encoding: .utf8
      )
      let match = try #require(text.firstMatch(of: /static let (\w+) = Vocabulary\(/), "\(name)")
      return String(match.1)
    }
    let text = try String(
      contentsOf: Self.folder.appending(path: "Vocabularies.swift"),
      encoding: .utf8
    )
    let listed = text.matches(of: /^    \.(\w+),$/.anchorsMatchLineEndings()).map { String($0.1) }
    #expect(listed == declared)
    #expect(Vocabularies.extensions.count == declared.count)
  }

  @Test("Every namespace has one vocabulary, and is known with a prefix")
  func namespaces() {
    var seen: Set<String> = []
    for vocabulary in Vocabularies.extensions {
      #expect(seen.insert(vocabulary.namespace).inserted, "\(vocabulary.namespace)")
      let known = KnownNamespaces.shared.entry(of: vocabulary.namespace)
      #expect(known != nil, "\(vocabulary.namespace)")
      #expect(!vocabulary.prefix.isEmpty)
      #expect(URL(string: vocabulary.spec)?.host() != nil, "\(vocabulary.spec)")
    }
  }

  @Test("Elements name parents and children that their namespace has")
  func places() {
    for vocabulary in Self.all {
      let names = Set(vocabulary.elements.map(\.name))
      for element in vocabulary.elements {
        #expect(!element.places.isEmpty, "\(element.name)")
        for case .element(let parent) in element.places {
          #expect(names.contains(parent), "\(vocabulary.namespace) \(element.name) in \(parent)")
        }
        for child in element.required {
          #expect(names.contains(child.name), "\(vocabulary.namespace) \(element.name)")
        }
        let attributes = element.attributes.map { $0.namespace + $0.name }
        #expect(Set(attributes).count == attributes.count, "\(element.name)")
      }
    }
  }

  @Test("What may stand anywhere in a vocabulary does so once for each place")
  func unambiguous() {
    for vocabulary in Self.all {
      var seen: Set<String> = []
      for element in vocabulary.elements {
        // A date of Dublin Core may stand more than once in an item: the first one counts.
        guard vocabulary.prefix != "dc" else { continue }
        for place in element.places {
          #expect(
            seen.insert("\(element.name) in \(place)").inserted,
            "\(vocabulary.namespace) \(element.name) in \(place)"
          )
        }
      }
    }
  }
}

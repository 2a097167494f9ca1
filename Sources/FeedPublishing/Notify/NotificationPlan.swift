import FeedDiff
import FeedJSON
import FeedModel

/// Who is to be told what of a build.
struct NotificationPlan {
  let configuration: NotifyConfiguration

  /// A feed of the build.
  struct Document {
    /// Its file.
    var file: String
    /// Its address; nil if it has none.
    var address: String?
    /// What became of its entries.
    var difference: FeedDifference
  }

  /// What is to be told. Of feeds whose entries are as they were nobody hears.
  func notifications(of documents: [Document], build: Int64) -> [Notification] {
    let changed = documents.filter { !$0.difference.summary.isEmpty }
    guard !changed.isEmpty else { return [] }
    var notifications: [Notification] = []
    for document in changed {
      guard let address = document.address else { continue }
      let file = configuration.waitsForPublic ? document.file : nil
      notifications += configuration.hubs.map {
        Notification(kind: .webSub, target: $0, topic: address, file: file)
      }
      if let cloud = configuration.cloud {
        notifications.append(
          Notification(kind: .cloud, target: cloud, topic: address, file: file)
        )
      }
    }
    let first = changed.first { $0.address != nil }
    let file = configuration.waitsForPublic ? first?.file : nil
    let about = { (kind: Notification.Kind, target: String, payload: [UInt8]) in
      Notification(
        kind: kind,
        target: target,
        topic: file == nil ? "" : first?.address ?? "",
        build: build,
        file: file,
        payload: payload
      )
    }
    if !configuration.webhooks.isEmpty || !configuration.command.isEmpty {
      let payload = Self.payload(changed, build)
      notifications += configuration.webhooks.map { about(.webhook, $0.url, payload) }
      if let name = configuration.command.first {
        notifications.append(about(.exec, name, payload))
      }
    }
    if let indexNow = configuration.indexNow, let payload = Self.pages(changed) {
      notifications.append(about(.indexNow, indexNow.endpoint, payload))
    }
    return notifications
  }

  /// The report of `tidings diff --format json` for the feeds that changed.
  private static func payload(_ documents: [Document], _ build: Int64) -> [UInt8] {
    var report = JSONDiffReport(isOfFolders: true)
    var bytes: [UInt8] = []
    report.begin(into: &bytes)
    for document in documents {
      let name = document.address ?? document.file
      report.add(
        ComparedFeed(oldName: name, newName: name, difference: document.difference),
        into: &bytes
      )
    }
    report.end(into: &bytes)
    return bytes
  }

  /// The pages of entries that are new or others, as IndexNow takes them, without the key; nil if there
  /// are none.
  private static func pages(_ documents: [Document]) -> [UInt8]? {
    var seen: Set<String> = []
    var pages: [String] = []
    for document in documents {
      for change in document.difference.entries where change.kind != .agedOut {
        guard let link = document.difference.link(of: change), link.hasPrefix("http"),
          seen.insert(link).inserted
        else { continue }
        pages.append(link)
      }
    }
    // "Up to 10,000 URLs per post".
    guard let first = pages.first, let host = URI.host(of: first) else { return nil }
    var bytes = Array("{\"host\": ".utf8)
    JSONText.append(host, to: &bytes)
    bytes += ", \"urlList\": [".utf8
    for (index, page) in pages.prefix(10_000).enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      JSONText.append(page, to: &bytes)
    }
    bytes += "]}".utf8
    return bytes
  }
}

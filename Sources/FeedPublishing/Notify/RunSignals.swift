import FeedFetching
import FeedModel
import FeedSources

/// Signs of life of each run, for those who watch over it: an address that is asked for, and a file of
/// metrics. A run does not fail for them.
struct RunSignals {
  private let healthcheck: String?
  private let metrics: String?
  private let site: String
  private let allowsPrivate: Bool
  private let history: String
  private let now: Timestamp

  init(_ configuration: SiteConfiguration, history: String, now: Timestamp) {
    self.history = history
    healthcheck = configuration.publishing.healthcheck
    metrics = configuration.publishing.metrics
    site = configuration.site.homePage ?? configuration.site.title
    allowsPrivate = configuration.publishing.notify.allowsPrivate
    self.now = now
  }

  /// Says how a run went; nil for one that broke off.
  func send(_ report: PublishReport?) {
    writeMetrics(report)
    guard let healthcheck else { return }
    var options = FetchOptions(version: Tidings.version)
    options.timeLimit = .seconds(10)
    options.connectTimeLimit = .seconds(5)
    options.allowsPrivateAddresses = allowsPrivate
    options.accept = "*/*"
    let address = report.map(Self.isGood) ?? false ? healthcheck : healthcheck + "/fail"
    _ = try? FeedFetcher.fetch(address, options: options) { _ in .stop }
  }

  private static func isGood(_ report: PublishReport) -> Bool {
    switch report.outcome {
    case .unchanged, .published, .rehearsed, .waiting: true
    case .invalid, .refused: false
    }
  }

  // MARK: Metrics

  private func writeMetrics(_ report: PublishReport?) {
    guard let metrics else { return }
    var lines: [String] = []
    func add(_ name: String, _ help: String, _ values: [(labels: String, value: Int64)]) {
      lines.append("# HELP tidings_publish_\(name) \(help)")
      lines.append("# TYPE tidings_publish_\(name) gauge")
      let site = "site=\"\(Self.escaped(site))\""
      for value in values {
        let labels = value.labels.isEmpty ? site : "\(site),\(value.labels)"
        lines.append("tidings_publish_\(name){\(labels)} \(value.value)")
      }
    }
    add("last_run_timestamp_seconds", "When the last run ended.", [("", now.secondsSince1970)])
    let outcome = report.map(\.outcome)
    add(
      "outcome",
      "How the last run ended.",
      ["unchanged", "published", "waiting", "invalid", "refused", "failed"].map {
        ("outcome=\"\($0)\"", $0 == Self.word(outcome) ? 1 : 0)
      }
    )
    if let report {
      add("notifications_waiting", "Who waits to be told.", [("", Int64(report.waiting))])
    }
    if let counts = try? BuildHistory(reading: history).entryCounts() {
      add(
        "entries",
        "How many entries a feed has.",
        counts.map { ("feed=\"\(Self.escaped($0.path))\"", $0.entries) }
      )
    }
    try? WholeFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: metrics)
  }

  private static func word(_ outcome: PublishReport.Outcome?) -> String {
    switch outcome {
    case .unchanged: "unchanged"
    case .published, .rehearsed: "published"
    case .waiting: "waiting"
    case .invalid: "invalid"
    case .refused: "refused"
    case nil: "failed"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

import FeedModel
import FeedXML

/// Syndication: how often a feed changes.
///
/// Specification: http://purl.org/rss/1.0/modules/syndication/.
extension XMLNamespace {
  /// `http://purl.org/rss/1.0/modules/syndication/`.
  public static let syndication = XMLNamespace(
    "sy",
    "http://purl.org/rss/1.0/modules/syndication/"
  )
}

/// How often a feed changes: so many times a period, counted from a date.
public struct UpdateSchedule: XMLFeedExtension {
  /// The time in which the changes are counted.
  public enum Period: String, Sendable, CaseIterable {
    /// An hour.
    case hourly
    /// A day.
    case daily
    /// A week.
    case weekly
    /// A month.
    case monthly
    /// A year.
    case yearly
  }

  /// `sy:updatePeriod`.
  public var period: Period
  /// `sy:updateFrequency`: how often in the period; 1 if nil. Must be above 0 and is not written
  /// otherwise.
  public var frequency: Int?
  /// `sy:updateBase`: the date from which the periods count.
  public var base: Timestamp?

  /// A schedule.
  public init(_ period: Period, frequency: Int? = nil, base: Timestamp? = nil) {
    self.period = period
    self.frequency = frequency
    self.base = base
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.syndication

  /// Writes the elements into the channel or feed.
  public func write(to xml: inout XMLSerializer) {
    xml.element("updatePeriod", in: .syndication, text: period.rawValue)
    if let frequency, frequency > 0 {
      xml.element("updateFrequency", in: .syndication, text: String(frequency))
    }
    xml.element("updateBase", in: .syndication, rfc3339: base)
  }
}

/// Reads the syndication module.
enum SyndicationReader {
  /// The children of a channel. A period that is not said is a day.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("updatePeriod", in: .syndication) { element, draft in
      guard let period = element.word(UpdateSchedule.Period.self, element.text) else { return }
      draft.extend(UpdateSchedule(period)) { $0.period = period }
    },
    .element("updateFrequency", in: .syndication) { element, draft in
      guard let frequency = element.count, frequency > 0 else { return }
      draft.extend(UpdateSchedule(.daily)) { $0.frequency = frequency }
    },
    .element("updateBase", in: .syndication) { element, draft in
      guard let base = element.date else { return }
      draft.extend(UpdateSchedule(.daily)) { $0.base = base }
    },
  ]
}

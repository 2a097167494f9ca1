/// Something that somebody is to be told.
struct Notification: Sendable, Equatable {
  /// How.
  enum Kind: String, Sendable {
    /// A WebSub hub: there is news at the topic (section 7 of the W3C Recommendation leaves the form
    /// open; this is the one that hubs take).
    case webSub = "websub"
    /// An rssCloud server: the same, in its form.
    case cloud
    /// Somebody who gets the changes.
    case webhook
    /// Search engines, which get the pages that changed.
    case indexNow = "indexnow"
    /// A command, which gets the changes.
    case exec
  }

  var kind: Kind
  /// Whom to tell: an address, or the command's name.
  var target: String
  /// The feed's address; empty for what is about a whole build.
  var topic = ""
  /// The build; 0 where it says only that there is news, so that later news are the same.
  var build: Int64 = 0
  /// What has to be served at the topic before; nil for nothing.
  var file: String?
  var payload: [UInt8] = []
}

/// A notification that waits.
struct PendingNotification: Sendable, Equatable {
  var key: Int64
  var notification: Notification
  /// Seconds since 1970.
  var created: Int64
  var due: Int64
  /// How often it was tried.
  var attempts: Int
  /// What went wrong last.
  var trouble: String?
}

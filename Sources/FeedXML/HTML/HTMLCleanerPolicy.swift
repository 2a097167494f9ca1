extension HTMLCleaner {
  /// The choices that a site may make. Scripts, event handlers, form controls and URLs that run code
  /// are no choice.
  public struct Policy: Sendable, Equatable {
    /// What becomes of `iframe`; of `object`, `embed` and `applet` too, which are never kept.
    public enum Frames: Sendable, Equatable {
      /// A link to what the frame shows.
      case link
      /// The frame, empty and without dangerous attributes.
      case keep
      /// Nothing.
      case remove
    }

    /// What becomes of elements that no table lists, custom elements among them.
    public enum UnlistedElements: Sendable, Equatable {
      /// The tags go, the content stays.
      case unwrap
      /// Tags stay, without dangerous attributes.
      case keep
    }

    /// What becomes of the checkboxes of task lists.
    public enum TaskListMarks: Sendable, Equatable {
      /// `☑` or `☐`.
      case text
      /// Nothing.
      case remove
      /// `<input type="checkbox" disabled>`.
      case keep
    }

    /// What becomes of frames.
    public var frames = Frames.link
    /// Hosts whose frames are kept whatever ``frames`` says, and those of their subdomains; lower
    /// case.
    public var frameHosts: Set<String> = []
    /// What becomes of elements that no table lists.
    public var unlistedElements = UnlistedElements.unwrap
    /// What becomes of the checkboxes of task lists.
    public var taskListMarks = TaskListMarks.text
    /// Whether links in headings to themselves (`#`, `¶`) go.
    public var removesHeadingAnchors = true
    /// Whether `data-…` attributes stay.
    public var keepsDataAttributes = true
    /// Whether `style` attributes stay, when nothing in them loads or runs code.
    public var keepsStyleAttributes = false
    /// Elements to remove with their content.
    public var removedSelectors: [HTMLSelector] = []

    /// The default policy.
    public init() {}

    /// What readers take, and nothing that they strip.
    public static let feed = Policy()
  }
}

extension BuildReport {
  /// What a ledger of ids did for a build, and the build for the ledger.
  public struct Ledger: Sendable {
    /// The file.
    public var path: String
    /// Posts that keep an id that they would not get today, by path.
    public var kept: [KeptID]
    /// How many lines it lacked, and has now unless the build wrote nothing.
    public var addedLines: Int
    /// The number of the last line if it breaks off; it did not count.
    public var tornLine: Int?
  }

  /// A post whose id is not what it would get today.
  public struct KeptID: Sendable, Equatable {
    /// The post's file.
    public var path: String
    /// The id.
    public var id: String
    /// What it would get today.
    public var computed: String
  }
}

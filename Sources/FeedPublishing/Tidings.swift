/// The project's own facts.
public enum Tidings {
  /// The version, after semver.org.
  public static let version = "0.1.0"
}

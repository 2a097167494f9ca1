import FeedJSON

/// The list of rules for programs.
public enum RuleJSON {
  /// One object a rule: `{"id", "severity", "formats", "summary", "fixable", "spec", "w3c"}`. A rule that is off
  /// has the severity `off`; of the W3C's messages the broader ones are named, too.
  public static func bytes(_ rules: [Rule]) -> [UInt8] {
    var json = JSONSerializer(.indented)
    json.beginArray()
    for rule in rules {
      json.beginObject()
      json.member("id", rule.id)
      json.member("severity", rule.severityName)
      append("formats", rule.formats.names, to: &json)
      json.member("summary", rule.summary)
      json.member("fixable", rule.isFixable)
      json.member("spec", rule.spec)
      append("w3c", W3CMessages.withBroader(rule.w3c), to: &json)
      json.endObject()
    }
    json.endArray()
    json.endLine()
    return json.bytes
  }

  private static func append(_ key: String, _ texts: [String], to json: inout JSONSerializer) {
    json.key(key)
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
  }
}

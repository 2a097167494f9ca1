/// What the abbreviations of time zones mean, where they mean one thing.
enum ZoneAbbreviation {
  enum Meaning {
    /// Minutes east of UTC.
    case offset(Int)
    /// Several zones use it; which ones, for the message.
    case ambiguous(String)
  }

  /// Those of RFC 822 mean what it says, though China and Cuba have a `CST` too, and `BST` is
  /// British: nobody writes Bangladesh's. `nil` when the abbreviation is not known.
  static func meaning(of name: String) -> Meaning? {
    switch name.uppercased() {
    case "Z", "UT", "UTC", "GMT", "WET": .offset(0)
    case "CET", "WEST", "BST": .offset(60)
    case "CEST", "EET", "SAST": .offset(120)
    case "EEST", "MSK": .offset(180)
    case "WIB": .offset(420)
    case "AWST", "HKT", "SGT": .offset(480)
    case "JST", "KST": .offset(540)
    case "ACST": .offset(570)
    case "AEST": .offset(600)
    case "ACDT": .offset(630)
    case "AEDT": .offset(660)
    case "NZST": .offset(720)
    case "NZDT": .offset(780)
    case "NDT": .offset(-150)
    case "BRT", "ADT": .offset(-180)
    case "NST": .offset(-210)
    case "EDT": .offset(-240)
    case "EST", "CDT": .offset(-300)
    case "CST", "MDT": .offset(-360)
    case "MST", "PDT": .offset(-420)
    case "PST", "AKDT": .offset(-480)
    case "AKST": .offset(-540)
    case "HST": .offset(-600)
    case "IST":
      .ambiguous("India (+05:30), Israel (+02:00) and Ireland (+01:00)")
    case "AST": .ambiguous("the Atlantic coast (-04:00) and Arabia (+03:00)")
    case "ET", "CT", "MT", "PT":
      .ambiguous("one offset in summer and another in winter")
    default: nil
    }
  }
}

/// The English names of months and weekdays, which RFC 822 dates use in every language.
package enum EnglishCalendar {
  /// Three letters each, packed, so that a name is an index and no array is built at start-up.
  static let monthAbbreviations: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
  static let weekdayAbbreviations: StaticString = "SunMonTueWedThuFriSat"

  /// `June` for 6.
  package static func monthName(_ month: Int) -> String {
    switch month {
    case 1: "January"
    case 2: "February"
    case 3: "March"
    case 4: "April"
    case 5: "May"
    case 6: "June"
    case 7: "July"
    case 8: "August"
    case 9: "September"
    case 10: "October"
    case 11: "November"
    case 12: "December"
    default: "month \(month)"
    }
  }

  /// 1 to 12 for the first three letters of a month's name in either case; 0 for anything else.
  package static func month(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    switch key(a, b, c) {
    case 0x6A_616E: 1  // jan
    case 0x66_6562: 2  // feb
    case 0x6D_6172: 3  // mar
    case 0x61_7072: 4  // apr
    case 0x6D_6179: 5  // may
    case 0x6A_756E: 6  // jun
    case 0x6A_756C: 7  // jul
    case 0x61_7567: 8  // aug
    case 0x73_6570: 9  // sep
    case 0x6F_6374: 10  // oct
    case 0x6E_6F76: 11  // nov
    case 0x64_6563: 12  // dec
    default: 0
    }
  }

  /// The weekday whose name begins with these three letters, in either case.
  package static func weekday(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Weekday? {
    switch key(a, b, c) {
    case 0x73_756E: .sunday  // sun
    case 0x6D_6F6E: .monday  // mon
    case 0x74_7565: .tuesday  // tue
    case 0x77_6564: .wednesday  // wed
    case 0x74_6875: .thursday  // thu
    case 0x66_7269: .friday  // fri
    case 0x73_6174: .saturday  // sat
    default: nil
    }
  }

  /// Three bytes in a number, ASCII letters in lower case. Upper case differs from lower in
  /// bit 5 alone, so no other byte becomes one.
  @inline(__always)
  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    (UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)) | 0x20_2020
  }
}

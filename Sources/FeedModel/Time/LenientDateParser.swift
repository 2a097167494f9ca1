/// Finds the parts of a date among the numbers and words of a text; see ``LenientDate``.
struct LenientDateParser {
  private let text: UnsafeBufferPointer<UInt8>
  private var tokens: [DateToken] = []
  private var index = 0

  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var hour: Int?
  private var minute = 0
  private var second = 0
  private var nanoseconds: Int32 = 0
  private var offset: Int32?
  private var writtenWeekday: Weekday?
  /// The month came before the day, so that another month's name can still correct it.
  private var monthIsFirst = false
  private var isAfternoon: Bool?
  private var guesses: LenientDate.Guesses = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  mutating func parse() -> (timestamp: Timestamp, guesses: LenientDate.Guesses)? {
    guard let tokens = DateToken.tokens(of: text) else { return nil }
    self.tokens = tokens
    if let date = unixTime() { return (date, .unixTime) }
    while index < tokens.count {
      switch tokens[index].kind {
      case .number: number()
      case .word: word()
      case .symbol: symbol()
      }
    }
    return result()
  }

  // MARK: Looking at tokens

  private func token(_ distance: Int) -> DateToken? {
    let position = index &+ distance
    return position >= 0 && position < tokens.count ? tokens[position] : nil
  }

  private func isSymbol(_ distance: Int, _ symbol: UInt8) -> Bool {
    guard let token = token(distance), token.kind == .symbol else { return false }
    return text[token.start] == symbol
  }

  private func isNumber(_ distance: Int, digits: ClosedRange<Int> = 1...2) -> Bool {
    guard let token = token(distance), token.kind == .number else { return false }
    return digits.contains(token.count)
  }

  /// Whether the token is this word, which is in lower case, in whatever case.
  private func isWord(_ distance: Int, _ word: StaticString) -> Bool {
    guard let token = token(distance), token.kind == .word else { return false }
    return token.count == word.utf8CodeUnitCount && begins(token, word)
  }

  private func begins(_ token: DateToken, _ word: StaticString) -> Bool {
    guard token.count >= word.utf8CodeUnitCount else { return false }
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return zip(text[token.start..<token.end], wanted).allSatisfy {
      $0 == $1 || ($0 < 0x80 && $0 | 0x20 == $1)
    }
  }

  private func bytes(_ token: DateToken) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[token.start..<token.end])
  }

  private var hasDate: Bool { year != nil && month != nil && day != nil }

  // MARK: Unix time

  /// A number and nothing else: seconds, or with as many more digits their thousandths or
  /// millionths. Nine digits begin in 1973; shorter numbers are no time that a feed has.
  private func unixTime() -> Timestamp? {
    let hasFraction =
      tokens.count == 3 && isSymbol(1, UInt8(ascii: ".")) && isNumber(2, digits: 1...9)
    guard tokens.count == 1 || hasFraction, let first = tokens.first, first.kind == .number else {
      return nil
    }
    let value = Int64(first.value)
    switch first.count {
    case 9...11:
      var scanner = DateScanner(bytes(tokens[tokens.count - 1]))
      let fraction = hasFraction ? scanner.fraction() ?? 0 : 0
      return Timestamp(secondsSince1970: value, nanoseconds: fraction)
    case 13 where !hasFraction:
      return Timestamp(
        secondsSince1970: value / 1_000,
        nanoseconds: Int32(value % 1_000 &* 1_000_000)
      )
    case 16 where !hasFraction:
      return Timestamp(
        secondsSince1970: value / 1_000_000,
        nanoseconds: Int32(value % 1_000_000 &* 1_000)
      )
    default: return nil
    }
  }

  // MARK: Numbers

  private mutating func number() {
    let token = tokens[index]
    if compactDate(token) || compactTime(token) || counterAfter(token) { return }
    if hour == nil, time() { return }
    if month == nil, day == nil, numericDate() { return }
    if hour != nil, offset == nil, hasDate, token.count == 4 {
      // The plus sign was lost, as URL decoding turns it into a space.
      index &+= 1
      setOffset(hours: token.value / 100, minutes: token.value % 100, isNegative: false)
      guesses.insert(.ambiguousZone)
      return
    }
    index &+= 1
    switch token.count {
    case 4 where year == nil: year = token.value
    case 1...2 where day == nil && (1...31).contains(token.value): day = token.value
    case 2 where year == nil && month != nil: setYear(token.value, digits: 2)
    case 3 where year == nil && month != nil && token.value >= 100:
      setYear(token.value, digits: 3)
    default: guesses.insert(.otherText)
    }
  }

  private mutating func setYear(_ value: Int, digits: Int) {
    switch digits {
    case 2: year = value < 50 ? value &+ 2000 : value &+ 1900
    case 3: year = value &+ 1900
    default:
      year = value
      return
    }
    guesses.insert(.shortYear)
  }

  /// `20190613`, and with the time after it: `20190613103000`.
  private mutating func compactDate(_ token: DateToken) -> Bool {
    guard year == nil, month == nil, day == nil, [8, 12, 14].contains(token.count) else {
      return false
    }
    var digits = token.value
    if token.count == 14 {
      second = digits % 100
      digits /= 100
    }
    if token.count >= 12 {
      minute = digits % 100
      hour = digits / 100 % 100
      digits /= 10_000
    }
    year = digits / 10_000
    month = digits / 100 % 100
    day = digits % 100
    index &+= 1
    return true
  }

  /// `103000` or `1030` where a date went before.
  private mutating func compactTime(_ token: DateToken) -> Bool {
    guard hour == nil, hasDate, token.count == 4 || token.count == 6 else { return false }
    let digits = token.count == 6 ? token.value : token.value &* 100
    guard digits / 10_000 <= 24, digits / 100 % 100 <= 59, digits % 100 <= 60 else { return false }
    hour = digits / 10_000
    minute = digits / 100 % 100
    second = digits % 100
    index &+= 1
    fraction()
    return true
  }

  /// Numbers that say what they count, in Chinese, Japanese and Korean: `2019年6月13日 10時30分`.
  private mutating func counterAfter(_ token: DateToken) -> Bool {
    guard let next = self.token(1), next.kind == .word, text[next.start] >= 0x80 else {
      return false
    }
    if begins(next, "年") || begins(next, "년") {
      setYear(token.value, digits: token.count)
    } else if begins(next, "月") || begins(next, "월") {
      month = token.value
    } else if begins(next, "日") || begins(next, "号") || begins(next, "일") {
      day = token.value
    } else if begins(next, "時") || begins(next, "时") || begins(next, "点") || begins(next, "시") {
      hour = token.value
    } else if begins(next, "分") || begins(next, "분") {
      minute = token.value
    } else if begins(next, "秒") || begins(next, "초") {
      second = token.value
    } else {
      return false
    }
    index &+= 2
    return true
  }

  // MARK: Time

  private mutating func time() -> Bool {
    guard isNumber(0), let first = token(0) else { return false }
    let hasColon = isSymbol(1, UInt8(ascii: ":"))
    // `10h30` in French, `10.30` in German after the date.
    let hasLetter = isWord(1, "h")
    let hasPoint = hasDate && isSymbol(1, UInt8(ascii: "."))
    if hasColon || hasLetter || hasPoint, isNumber(2), let next = token(2) {
      hour = first.value
      minute = next.value
      index &+= 3
      if isSymbol(0, UInt8(ascii: ":")) || (hasPoint && isSymbol(0, UInt8(ascii: "."))),
        isNumber(1), let last = token(1)
      {
        second = last.value
        index &+= 2
        fraction()
      }
      _ = halfOfDay()
      return true
    }
    index &+= 1
    if halfOfDay() {
      hour = first.value
      return true
    }
    index &-= 1
    return false
  }

  private mutating func fraction() {
    guard isSymbol(0, UInt8(ascii: ".")) || isSymbol(0, UInt8(ascii: ",")),
      let digits = token(1), digits.kind == .number, digits.start == tokens[index].end
    else { return }
    var scanner = DateScanner(bytes(digits))
    nanoseconds = scanner.fraction() ?? 0
    index &+= 2
  }

  /// `AM`, `p.m.`, and the Asian words, which stand before the time.
  private mutating func halfOfDay() -> Bool {
    let isMorning = isWord(0, "am") || isWord(0, "a")
    guard isMorning || isWord(0, "pm") || isWord(0, "p"), let word = token(0) else { return false }
    if word.count == 1 {
      guard isSymbol(1, UInt8(ascii: ".")), isWord(2, "m") else { return false }
      index &+= 3
    } else {
      index &+= 1
    }
    isAfternoon = !isMorning
    return true
  }

  // MARK: Dates of numbers

  /// `2019-06-13`, `2019/6/13`, `13.06.2019`, `6/13/2019`, `2019-06`, `2019-164`, `2019-W24-4`.
  private mutating func numericDate() -> Bool {
    guard let first = token(0), let separator = token(1), separator.kind == .symbol,
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(text[separator.start])
    else { return false }
    let symbol = text[separator.start]
    if first.count == 4, symbol == UInt8(ascii: "-"), weekDate(first.value) { return true }
    guard let second = token(2), second.kind == .number else { return false }
    if isSymbol(3, symbol), let third = token(4), third.kind == .number,
      !isSymbol(5, UInt8(ascii: ":"))
    {
      guard isNumber(2) else { return false }
      if first.count == 4, isNumber(4) {
        setDate(first, second, third)
      } else if isNumber(0), third.count == 4 || third.count == 2 {
        setDateWithYearLast(first, second, third, symbol)
      } else {
        return false
      }
      index &+= 5
      return true
    }
    guard first.count == 4, symbol == UInt8(ascii: "-") else { return false }
    if second.count == 3 {
      setDayOfYear(first.value, second.value)
    } else if second.count == 2 {
      year = first.value
      month = second.value
    } else {
      return false
    }
    index &+= 3
    return true
  }

  private mutating func setDate(_ year: DateToken, _ month: DateToken, _ day: DateToken) {
    self.year = year.value
    self.month = month.value
    self.day = day.value
    if month.value > 12, day.value <= 12 {
      swap(&self.month, &self.day)
      guesses.insert(.dayOrMonth)
    }
  }

  /// Points and hyphens are Europe's, which puts the day first; slashes are America's too, which
  /// puts the month first, and only one that is no month tells.
  private mutating func setDateWithYearLast(
    _ first: DateToken,
    _ second: DateToken,
    _ year: DateToken,
    _ separator: UInt8
  ) {
    setYear(year.value, digits: year.count)
    let monthFirst = separator == UInt8(ascii: "/") ? first.value <= 12 : second.value > 12
    month = monthFirst ? first.value : second.value
    day = monthFirst ? second.value : first.value
    if separator != UInt8(ascii: "."), first.value <= 12, second.value <= 12,
      first.value != second.value
    {
      guesses.insert(.dayOrMonth)
    }
  }

  private mutating func setDayOfYear(_ year: Int, _ dayOfYear: Int) {
    guard let start = CivilDate(year: year, month: 1, day: 1), (1...366).contains(dayOfYear),
      let date = CivilDate(daysSince1970: start.daysSince1970 &+ Int64(dayOfYear) &- 1)
    else { return }
    set(date)
  }

  /// ISO 8601: week 1 is the one with 4 January, and weeks begin on Monday.
  private mutating func weekDate(_ year: Int) -> Bool {
    guard isWord(2, "w"), isNumber(3, digits: 2...2), let week = token(3),
      let fourth = CivilDate(year: year, month: 1, day: 4)
    else { return false }
    var weekday = 1
    var length = 4
    if isSymbol(4, UInt8(ascii: "-")), isNumber(5, digits: 1...1), let day = token(5) {
      weekday = day.value
      length = 6
    } else {
      guesses.insert(.noDay)
    }
    guard (1...53).contains(week.value), (1...7).contains(weekday) else { return false }
    let monday = fourth.daysSince1970 &- Int64((fourth.weekday.rawValue &+ 6) % 7)
    let days = monday &+ Int64((week.value &- 1) &* 7 &+ weekday &- 1)
    guard let date = CivilDate(daysSince1970: days) else { return false }
    set(date)
    index &+= length
    return true
  }

  private mutating func set(_ date: CivilDate) {
    year = date.year
    month = date.month
    day = date.day
  }

  // MARK: Words

  private mutating func word() {
    let token = tokens[index]
    if (token.count == 1 && isWord(0, "t") && isNumber(1, digits: 1...6)) || asianHalfOfDay(token) {
      index &+= 1
      return
    }
    if hour != nil, isAfternoon == nil, halfOfDay() { return }
    if monthName(token) { return }
    if let weekday = englishWeekday(token) {
      writtenWeekday = weekday
      index &+= 1
      return
    }
    if hour != nil, offset == nil, zone(token) { return }
    index &+= 1
    if hour == nil, year == nil, month == nil, day == nil {
      guesses.insert(.unknownWeekday)
    } else if !isFiller(token) {
      guesses.insert(.otherText)
    }
  }

  private mutating func asianHalfOfDay(_ token: DateToken) -> Bool {
    guard text[token.start] >= 0x80 else { return false }
    if begins(token, "上午") || begins(token, "午前") || begins(token, "오전") {
      isAfternoon = false
      return true
    }
    if begins(token, "下午") || begins(token, "午後") || begins(token, "오후") {
      isAfternoon = true
      return true
    }
    return false
  }

  private mutating func monthName(_ token: DateToken) -> Bool {
    // A month that stands before the day can be a weekday: the Spanish `mar` is Tuesday.
    guard month == nil || (monthIsFirst && day != nil) else { return false }
    let english = isEnglishMonth(text[token.start..<token.end])
    guard let found = english ? englishMonth(token) : MonthNames.month(bytes(token)) else {
      return false
    }
    if month != nil { guesses.insert(.unknownWeekday) }
    if !english { guesses.insert(.language) }
    month = found
    monthIsFirst = day == nil
    index &+= 1
    return true
  }

  private func englishMonth(_ token: DateToken) -> Int? {
    let month = EnglishCalendar.month(
      text[token.start],
      text[token.start &+ 1],
      text[token.start &+ 2]
    )
    return month > 0 ? month : nil
  }

  /// Three letters, `Sept`, or a whole name.
  private func isEnglishMonth(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count >= 3 else { return false }
    let start = word.startIndex
    let month = EnglishCalendar.month(word[start], word[start &+ 1], word[start &+ 2])
    guard month > 0 else { return false }
    let name = EnglishCalendar.monthName(month).utf8
    let isBeginning = zip(word, name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    return isBeginning
      && (word.count == 3 || word.count == name.count || word.count == 4 && month == 9)
  }

  private func englishWeekday(_ token: DateToken) -> Weekday? {
    guard token.count >= 3,
      let weekday = EnglishCalendar.weekday(
        text[token.start],
        text[token.start &+ 1],
        text[token.start &+ 2]
      )
    else { return nil }
    let name = weekday.name.utf8
    guard token.count <= name.count,
      zip(text[token.start..<token.end], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    return weekday
  }

  /// Words that stand in dates and say nothing: ordinals, prepositions, units.
  private func isFiller(_ token: DateToken) -> Bool {
    if token.count == 2, index >= 2, tokens[index &- 2].kind == .number,
      tokens[index &- 2].end == token.start
    {
      return true
    }
    guard token.count <= 4 else { return false }
    let fillers: [StaticString] = [
      "of", "at", "on", "the", "de", "del", "em", "um", "uhr", "den", "der", "den", "om", "kl",
      "le", "la", "las", "los", "il", "alle", "ore", "h", "min", "s", "г", "р", "à", "às", "o", "r",
    ]
    return fillers.contains { token.count == $0.utf8CodeUnitCount && begins(token, $0) }
  }

  // MARK: Zone

  private mutating func zone(_ token: DateToken) -> Bool {
    if let known = ZoneNames.offset(bytes(token)) {
      index &+= 1
      // `GMT+0200`: what JavaScript writes.
      if known.seconds == 0, isSign(0), isNumber(1, digits: 1...4) { return offsetAfterSign() }
      offset = known.seconds
      if !known.isCertain { guesses.insert(.ambiguousZone) }
      return true
    }
    let isPlace = isSymbol(1, UInt8(ascii: "/"))
    let isCapital = text[token.start..<token.end].allSatisfy { $0 &- 0x41 < 26 }
    guard isPlace || (isCapital && token.count <= 5) else { return false }
    offset = 0
    guesses.insert(.unknownZone)
    index &+= 1
    while isPlace, isSymbol(0, UInt8(ascii: "/")), self.token(1)?.kind == .word { index &+= 2 }
    return true
  }

  private func isSign(_ distance: Int) -> Bool {
    isSymbol(distance, UInt8(ascii: "+")) || isSymbol(distance, UInt8(ascii: "-"))
  }

  private mutating func symbol() {
    if hour != nil, offset == nil, isSign(0), isNumber(1, digits: 1...4), let next = token(1),
      next.start == tokens[index].end, hasDate || next.count == 4 || isSymbol(2, UInt8(ascii: ":"))
    {
      _ = offsetAfterSign()
    } else {
      index &+= 1
    }
  }

  /// `+0200`, `+02:00`, `+2`, from the sign on.
  private mutating func offsetAfterSign() -> Bool {
    guard let digits = token(1) else { return false }
    let isNegative = isSymbol(0, UInt8(ascii: "-"))
    index &+= 2
    if digits.count >= 3 {
      setOffset(hours: digits.value / 100, minutes: digits.value % 100, isNegative: isNegative)
    } else {
      var minutes = 0
      if isSymbol(0, UInt8(ascii: ":")), isNumber(1), let token = token(1) {
        minutes = token.value
        index &+= 2
      }
      setOffset(hours: digits.value, minutes: minutes, isNegative: isNegative)
    }
    return true
  }

  private mutating func setOffset(hours: Int, minutes: Int, isNegative: Bool) {
    guard hours <= 23, minutes <= 59 else {
      offset = 0
      guesses.insert(.unknownZone)
      return
    }
    let seconds = Int32(truncatingIfNeeded: hours &* 3_600 &+ minutes &* 60)
    offset = isNegative ? 0 &- seconds : seconds
  }

  // MARK: Result

  private mutating func result() -> (timestamp: Timestamp, guesses: LenientDate.Guesses)? {
    guard let year, CivilDate.years.contains(year) else { return nil }
    guard day == nil || month != nil else { return nil }
    if day == nil { guesses.insert(.noDay) }
    let month = self.month ?? 1
    guard (1...12).contains(month) else { return nil }
    let length = CivilDate.daysInMonth(month, year: year)
    let written = self.day ?? 1
    guard (1...31).contains(written) else { return nil }
    if written > length { guesses.insert(.noSuchDay) }
    let date = CivilDate(uncheckedYear: year, month: month, day: min(written, length))
    if let writtenWeekday, written <= length, writtenWeekday != date.weekday {
      guesses.insert(.wrongWeekday)
    }

    var hour = self.hour ?? 0
    if let isAfternoon {
      if isAfternoon, hour < 12 { hour &+= 12 }
      if !isAfternoon, hour == 12 { hour = 0 }
    }
    if self.hour == nil { guesses.insert(.noTime) }
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      hour < 24 || (minute == 0 && second == 0)
    else { return nil }
    if offset == nil, guesses.isDisjoint(with: .unknownZone) { guesses.insert(.noZone) }
    let secondOfDay = Int64(hour &* 3_600 &+ minute &* 60 &+ second)
    let timestamp = Timestamp(
      secondsSince1970: date.daysSince1970 &* 86_400 &+ secondOfDay &- Int64(offset ?? 0),
      nanoseconds: nanoseconds,
      offsetSeconds: offset ?? 0
    )
    return (timestamp, guesses)
  }
}

/// A number, a word or another character of a date.
struct DateToken {
  enum Kind {
    case number, word, symbol
  }

  let kind: Kind
  let start: Int
  let end: Int
  /// What a number's first 18 digits say.
  let value: Int

  var count: Int { end &- start }

  /// The tokens, or `nil` where there are more than any date has.
  static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [DateToken]? {
    var tokens: [DateToken] = []
    tokens.reserveCapacity(24)
    var index = 0
    while index < text.count {
      let start = index
      let kind = kind(text[index])
      index &+= 1
      var value = 0
      switch kind {
      case nil: continue
      case .symbol?: break
      case .word?:
        // `America/New_York` is two words.
        while index < text.count,
          self.kind(text[index]) == .word || text[index] == UInt8(ascii: "_")
        {
          index &+= 1
        }
      case .number?:
        value = Int(text[start] &- 0x30)
        while index < text.count, text[index] &- 0x30 < 10 {
          if index &- start < 18 { value = value &* 10 &+ Int(text[index] &- 0x30) }
          index &+= 1
        }
      }
      guard tokens.count < 40, let kind else { return nil }
      tokens.append(DateToken(kind: kind, start: start, end: index, value: value))
    }
    return tokens
  }

  private static func kind(_ byte: UInt8) -> Kind? {
    switch byte {
    case 0x30...0x39: .number
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: .word
    case ...0x20: nil
    default: .symbol
    }
  }
}

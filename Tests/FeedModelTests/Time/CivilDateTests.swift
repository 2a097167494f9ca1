import FeedModel
import Testing

@Suite struct CivilDateTests {
  @Test func everyDayOfTheCalendarFollowsTheDayBefore() {
    var days: Int64 = -719_528
    var weekday = 6  // 1 January of year 0 was a Saturday.
    for year in 0...9999 {
      for month in 1...12 {
        for day in 1...CivilDate.daysInMonth(month, year: year) {
          guard let date = CivilDate(year: year, month: month, day: day),
            date.daysSince1970 == days, CivilDate(daysSince1970: days) == date,
            date.weekday.rawValue == weekday
          else {
            Issue.record("\(year)-\(month)-\(day) is not day \(days)")
            return
          }
          days += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(days == 2_932_897)
  }

  @Test(arguments: [
    (2019, 6, 13, 18_060, Weekday.thursday), (1970, 1, 1, 0, .thursday),
    (2000, 2, 29, 11_016, .tuesday), (1969, 12, 31, -1, .wednesday),
    (1900, 3, 1, -25_508, .thursday),
  ])
  func knownDays(year: Int, month: Int, day: Int, days: Int64, weekday: Weekday) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date?.daysSince1970 == days)
    #expect(date?.weekday == weekday)
  }

  @Test(arguments: [
    (2019, 2, 29), (1900, 2, 29), (2019, 13, 1), (2019, 0, 1), (2019, 1, 0), (2019, 4, 31),
    (-1, 1, 1), (10_000, 1, 1), (.max, .max, .max), (.min, .min, .min), (2019, 1, .min),
  ])
  func impossibleDays(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [Int64.min, .max, -719_529, 2_932_897])
  func daysOutsideTheCalendar(days: Int64) {
    #expect(CivilDate(daysSince1970: days) == nil)
  }

  @Test func timesOfDay() throws {
    let date = try #require(CivilDate(year: 2019, month: 6, day: 13))
    for seconds in stride(from: Int64(0), to: 86_400, by: 61) {
      let instant = date.daysSince1970 * 86_400 + seconds
      let time = try #require(CivilDateTime(secondsSince1970InUTC: instant))
      #expect(time.date == date)
      #expect(Int64(time.hour * 3_600 + time.minute * 60 + time.second) == seconds)
      #expect(time.secondsSince1970InUTC == instant)
    }
    #expect(CivilDateTime(date, hour: 24) == nil)
    #expect(CivilDateTime(date, minute: 60) == nil)
    #expect(CivilDateTime(date, second: -1) == nil)
    #expect(CivilDateTime(secondsSince1970InUTC: .max) == nil)
    #expect(CivilDateTime(secondsSince1970InUTC: .min) == nil)
  }
}

extension Rule {
  static let skipHoursTooMany = Rule(
    id: "skip-hours-too-many",
    severity: .error,
    formats: .rss,
    summary: "skipHours has at most 24 hours",
    why: """
      There are no more in a day; readers may refuse the list or skip for ever.
      """,
    help: "Name each hour once.",
    spec: "https://www.rssboard.org/rss-specification#skiphours",
    w3c: ["NotEnoughHoursInTheDay"],
    examples: Examples(
      passing: [
        .rssChannel("<skipHours><hour>0</hour></skipHours>")
      ],
      failing: [
        .rssChannel(
          "↓<skipHours><hour>0</hour><hour>1</hour><hour>2</hour><hour>3</hour><hour>4</hour><hour>5</hour><hour>6</hour><hour>7</hour><hour>8</hour><hour>9</hour><hour>10</hour><hour>11</hour><hour>12</hour><hour>13</hour><hour>14</hour><hour>15</hour><hour>16</hour><hour>17</hour><hour>18</hour><hour>19</hour><hour>20</hour><hour>21</hour><hour>22</hour><hour>23</hour><hour>0</hour></skipHours>"
        )
      ]
    )
  )
}

/// Counts at the end.
final class SkipHoursTooManyCheck: Check {
  let interests: [Interest] = [.element("", "skipHours")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    let count = element.count(of: "hour")
    guard count > 24 else { return }
    context.report(.skipHoursTooMany, "skipHours has \(count) hours", at: element)
  }
}

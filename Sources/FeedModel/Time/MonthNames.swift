/// The names of months in the languages that feeds are written in. Dates of RSS are English by
/// specification, and templates write them in the site's language all the same.
enum MonthNames {
  /// 1 to 12 for a name or its first letters, at least three of them and enough for there to be one
  /// such month; `nil` for anything else. Case and accents do not matter.
  static func month(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count <= 40 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 40) { scratch in
      let count = LetterFolding.fold(word, into: scratch)
      guard count >= 3 else { return nil }
      let folded = UnsafeBufferPointer(rebasing: scratch[..<count])
      if count == 3, let month = englishMonth(folded) { return month }
      var found: Int?
      for (name, month) in table where name.starts(with: folded) {
        if name.count == count { return month }
        if let found, found != month { return nil }
        found = month
      }
      return found
    }
  }

  /// English goes first: `mar` is March, though the Finnish November begins with it.
  private static func englishMonth(_ folded: UnsafeBufferPointer<UInt32>) -> Int? {
    guard folded.allSatisfy({ $0 < 0x80 }) else { return nil }
    let month = EnglishCalendar.month(
      UInt8(truncatingIfNeeded: folded[0]),
      UInt8(truncatingIfNeeded: folded[1]),
      UInt8(truncatingIfNeeded: folded[2])
    )
    return month > 0 ? month : nil
  }

  private static let table: [(name: [UInt32], month: Int)] =
    lists.flatMap { list in
      list.split(separator: " ").enumerated().map { index, name in
        (name.unicodeScalars.map(\.value), index + 1)
      }
    }

  /// Twelve names a line, folded as ``LetterFolding`` folds them; shortened forms that are no
  /// beginning of a name have lines of their own.
  private static let lists: [String] = [
    "january february march april may june july august september october november december",
    // German (and Austrian), Dutch, Danish and Norwegian, Swedish.
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juni juli august september oktober november dezember",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mrt april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari mars april maj juni juli augusti september oktober november december",
    // French, Spanish, Portuguese, Italian, Catalan, Romanian.
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
      + "decembrie",
    // Polish, Czech: as a name, and as in a date.
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad "
      + "grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada "
      + "grudnia",
    "leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec",
    "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    // Hungarian, Finnish, Turkish, Indonesian.
    "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november "
      + "december",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta "
      + "syyskuuta lokakuuta marraskuuta joulukuuta",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    // Russian, Ukrainian: as a name, and as in a date.
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад "
      + "грудень",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    // Greek.
    "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου "
      + "οκτωβριου νοεμβριου δεκεμβριου",
    "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος "
      + "οκτωβριος νοεμβριος δεκεμβριος",
  ]
}

/// Lower case without accents, for the letters of European alphabets.
enum LetterFolding {
  /// Writes the folded scalars of UTF-8 to `output`, which has room for one a byte; returns how
  /// many. What is no letter that it knows is taken as it is.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var count = 0
    var index = 0
    while index < text.count, count < output.count {
      let byte = text[index]
      var scalar = UInt32(byte)
      index &+= 1
      if byte &- 0xC2 < 0x1E, index < text.count, text[index] & 0xC0 == 0x80 {
        scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[index] & 0x3F)
        index &+= 1
      }
      let folded = fold(scalar)
      if folded != 0 {
        output[count] = folded
        count &+= 1
      }
    }
    return count
  }

  /// One scalar; 0 for an accent that stands alone.
  private static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case ..<0xC0: return scalar
    case 0xC0...0xFF: return ascii(latin1, scalar - 0xC0)
    case 0x100...0x17F: return ascii(latinExtendedA, scalar - 0x100)
    case 0x218, 0x219: return 0x73  // s with comma
    case 0x21A, 0x21B: return 0x74  // t with comma
    case 0x300...0x36F: return 0
    case 0x386, 0x3AC: return 0x3B1
    case 0x388, 0x3AD: return 0x3B5
    case 0x389, 0x3AE: return 0x3B7
    case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: return 0x3B9
    case 0x38C, 0x3CC: return 0x3BF
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: return 0x3C5
    case 0x38F, 0x3CE: return 0x3C9
    case 0x3C2: return 0x3C3
    case 0x391...0x3A9: return scalar + 0x20
    case 0x401, 0x451: return 0x435
    case 0x404, 0x406, 0x407: return scalar + 0x50
    case 0x410...0x42F: return scalar + 0x20
    default: return scalar
    }
  }

  private static func ascii(_ table: StaticString, _ index: UInt32) -> UInt32 {
    UInt32(table.utf8Start[Int(index) % table.utf8CodeUnitCount])
  }

  /// The letters without accents from U+00C0 and U+0100 on.
  private static let latin1: StaticString =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
  private static let latinExtendedA: StaticString =
    """
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """
}

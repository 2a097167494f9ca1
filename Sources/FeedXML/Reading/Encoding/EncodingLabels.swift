/// The labels of encodings: a row an encoding, labels in lower case with a space between.
///
/// Registered are the names and aliases in IANA's Character Sets registry; the others are labels of
/// the WHATWG Encoding Standard and what else is met in feeds.
enum EncodingLabels {
  struct Row: Sendable {
    let encoding: TextEncoding
    let registered: StaticString
    let others: StaticString

    init(
      _ name: String,
      _ support: TextEncoding.Support,
      _ form: TextEncoding.Form,
      iconv: String? = nil,
      registered: StaticString,
      others: StaticString = ""
    ) {
      encoding = TextEncoding(
        name: name,
        support: support,
        form: form,
        converter: iconv ?? name
      )
      self.registered = registered
      self.others = others
    }
  }

  /// True if a label is among those between spaces.
  static func contains(_ labels: StaticString, _ key: [UInt8]) -> Bool {
    let bytes = UnsafeBufferPointer(start: labels.utf8Start, count: labels.utf8CodeUnitCount)
    var start = 0
    while start &+ key.count <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end &+= 1 }
      if end &- start == key.count, bytes[start..<end].elementsEqual(key) { return true }
      start = end &+ 1
    }
    return false
  }

  static let rows: [Row] = unicode + european + asian + legacy

  private static let unicode = [
    Row(
      "UTF-8",
      .required,
      .utf8,
      registered: "utf-8 csutf8",
      others: "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8n utf_8"
    ),
    Row(
      "UTF-16",
      .required,
      .utf16(nil),
      registered: "utf-16 csutf16 iso-10646-ucs-2 csunicode",
      others: "utf16 ucs-2 ucs2 unicode utf_16"
    ),
    Row(
      "UTF-16LE",
      .required,
      .utf16(.little),
      registered: "utf-16le csutf16le",
      others: "utf16le unicodefeff ucs-2le"
    ),
    Row(
      "UTF-16BE",
      .required,
      .utf16(.big),
      registered: "utf-16be csutf16be",
      others: "utf16be unicodefffe ucs-2be"
    ),
    Row(
      "UTF-32",
      .obscure,
      .utf32(nil),
      registered: "utf-32 csutf32 iso-10646-ucs-4 csucs4",
      others: "utf32 ucs-4 ucs4"
    ),
    Row(
      "UTF-32LE",
      .obscure,
      .utf32(.little),
      registered: "utf-32le csutf32le",
      others: "utf32le ucs-4le"
    ),
    Row(
      "UTF-32BE",
      .obscure,
      .utf32(.big),
      registered: "utf-32be csutf32be",
      others: "utf32be ucs-4be"
    ),
    Row(
      "US-ASCII",
      .common,
      .ascii,
      registered: """
        us-ascii ansi_x3.4-1968 ansi_x3.4-1986 iso_646.irv:1991 iso646-us us ibm367 cp367 csascii \
        iso-ir-6
        """,
      others: "ascii"
    ),
  ]

  private static let european = [
    Row(
      "ISO-8859-1",
      .common,
      .singleByte,
      iconv: "CP1252",
      registered: """
        iso-8859-1 iso_8859-1:1987 iso-ir-100 iso_8859-1 latin1 l1 ibm819 cp819 csisolatin1
        """,
      others: "iso8859-1 iso88591 iso8859_1 8859-1 latin-1"
    ),
    Row(
      "windows-1252",
      .common,
      .singleByte,
      iconv: "CP1252",
      registered: "windows-1252 cswindows1252",
      others: "cp1252 x-cp1252 cp-1252 win1252 ansi"
    ),
    Row(
      "ISO-8859-2",
      .common,
      .singleByte,
      registered: "iso-8859-2 iso_8859-2:1987 iso-ir-101 iso_8859-2 latin2 l2 csisolatin2",
      others: "iso8859-2 iso88592 iso8859_2 latin-2"
    ),
    Row(
      "ISO-8859-3",
      .obscure,
      .singleByte,
      registered: "iso-8859-3 iso_8859-3:1988 iso-ir-109 iso_8859-3 latin3 l3 csisolatin3",
      others: "iso8859-3 iso88593"
    ),
    Row(
      "ISO-8859-4",
      .obscure,
      .singleByte,
      registered: "iso-8859-4 iso_8859-4:1988 iso-ir-110 iso_8859-4 latin4 l4 csisolatin4",
      others: "iso8859-4 iso88594"
    ),
    Row(
      "ISO-8859-5",
      .common,
      .singleByte,
      registered: """
        iso-8859-5 iso_8859-5:1988 iso-ir-144 iso_8859-5 cyrillic csisolatincyrillic
        """,
      others: "iso8859-5 iso88595"
    ),
    Row(
      "ISO-8859-6",
      .common,
      .singleByte,
      registered: """
        iso-8859-6 iso_8859-6:1987 iso-ir-127 iso_8859-6 ecma-114 asmo-708 arabic csisolatinarabic \
        iso-8859-6-e csiso88596e iso-8859-6-i csiso88596i iso_8859-6-e iso_8859-6-i
        """,
      others: "iso8859-6 iso88596"
    ),
    Row(
      "ISO-8859-7",
      .common,
      .singleByte,
      registered: """
        iso-8859-7 iso_8859-7:1987 iso-ir-126 iso_8859-7 elot_928 ecma-118 greek greek8 \
        csisolatingreek
        """,
      others: "iso8859-7 iso88597 sun_eu_greek"
    ),
    Row(
      "ISO-8859-8",
      .common,
      .singleByte,
      registered: """
        iso-8859-8 iso_8859-8:1988 iso-ir-138 iso_8859-8 hebrew csisolatinhebrew iso-8859-8-e \
        csiso88598e iso-8859-8-i csiso88598i iso_8859-8-e iso_8859-8-i
        """,
      others: "iso8859-8 iso88598 visual logical"
    ),
    Row(
      "ISO-8859-9",
      .common,
      .singleByte,
      iconv: "CP1254",
      registered: "iso-8859-9 iso_8859-9:1989 iso-ir-148 iso_8859-9 latin5 l5 csisolatin5",
      others: "iso8859-9 iso88599"
    ),
    Row(
      "ISO-8859-10",
      .obscure,
      .singleByte,
      registered: "iso-8859-10 iso-ir-157 l6 iso_8859-10:1992 csisolatin6 latin6",
      others: "iso8859-10 iso885910"
    ),
    Row(
      "ISO-8859-13",
      .obscure,
      .singleByte,
      registered: "iso-8859-13 csiso885913",
      others: "iso8859-13 iso885913"
    ),
    Row(
      "ISO-8859-14",
      .obscure,
      .singleByte,
      registered: """
        iso-8859-14 iso-ir-199 iso_8859-14:1998 iso_8859-14 latin8 iso-celtic l8 csiso885914
        """,
      others: "iso8859-14 iso885914"
    ),
    Row(
      "ISO-8859-15",
      .common,
      .singleByte,
      registered: "iso-8859-15 iso_8859-15 latin-9 csiso885915",
      others: "iso8859-15 iso885915 l9 latin9"
    ),
    Row(
      "ISO-8859-16",
      .obscure,
      .singleByte,
      registered: """
        iso-8859-16 iso-ir-226 iso_8859-16:2001 iso_8859-16 latin10 l10 csiso885916
        """,
      others: "iso8859-16"
    ),
    Row(
      "windows-1250",
      .common,
      .singleByte,
      iconv: "CP1250",
      registered: "windows-1250 cswindows1250",
      others: "cp1250 x-cp1250 win1250"
    ),
    Row(
      "windows-1251",
      .common,
      .singleByte,
      iconv: "CP1251",
      registered: "windows-1251 cswindows1251",
      others: "cp1251 x-cp1251 cp-1251 win1251"
    ),
    Row(
      "windows-1253",
      .common,
      .singleByte,
      iconv: "CP1253",
      registered: "windows-1253 cswindows1253",
      others: "cp1253 x-cp1253"
    ),
    Row(
      "windows-1254",
      .common,
      .singleByte,
      iconv: "CP1254",
      registered: "windows-1254 cswindows1254",
      others: "cp1254 x-cp1254"
    ),
    Row(
      "windows-1255",
      .common,
      .singleByte,
      iconv: "CP1255",
      registered: "windows-1255 cswindows1255",
      others: "cp1255 x-cp1255"
    ),
    Row(
      "windows-1256",
      .common,
      .singleByte,
      iconv: "CP1256",
      registered: "windows-1256 cswindows1256",
      others: "cp1256 x-cp1256"
    ),
    Row(
      "windows-1257",
      .common,
      .singleByte,
      iconv: "CP1257",
      registered: "windows-1257 cswindows1257",
      others: "cp1257 x-cp1257"
    ),
    Row(
      "windows-1258",
      .common,
      .singleByte,
      iconv: "CP1258",
      registered: "windows-1258 cswindows1258",
      others: "cp1258 x-cp1258"
    ),
    Row(
      "KOI8-R",
      .common,
      .singleByte,
      registered: "koi8-r cskoi8r",
      others: "koi8r koi8_r koi koi8"
    ),
    Row(
      "KOI8-U",
      .common,
      .singleByte,
      registered: "koi8-u cskoi8u",
      others: "koi8u koi8-ru"
    ),
  ]

  private static let asian = [
    Row(
      "Shift_JIS",
      .common,
      .multiByte,
      iconv: "CP932",
      registered: "shift_jis ms_kanji csshiftjis windows-31j cswindows31j",
      others: "shift-jis sjis x-sjis ms932 cp932 shiftjis"
    ),
    Row(
      "EUC-JP",
      .common,
      .multiByte,
      iconv: "EUC-JP",
      registered: """
        euc-jp extended_unix_code_packed_format_for_japanese cseucpkdfmtjapanese
        """,
      others: "x-euc-jp eucjp x-euc"
    ),
    Row(
      "ISO-2022-JP",
      .obscure,
      .multiByte,
      registered: "iso-2022-jp csiso2022jp",
      others: "jis"
    ),
    Row(
      "GB18030",
      .common,
      .multiByte,
      registered: """
        gb18030 csgb18030 gbk cp936 ms936 windows-936 csgbk gb2312 csgb2312 gb_2312-80 iso-ir-58 \
        chinese csiso58gb231280
        """,
      others: "gb_2312 x-gbk gb-2312 gb-18030 euc-cn x-euc-cn"
    ),
    Row(
      "Big5",
      .common,
      .multiByte,
      iconv: "BIG5-HKSCS",
      registered: "big5 csbig5 big5-hkscs csbig5hkscs",
      others: "cn-big5 x-x-big5 x-big5 big-5 cp950"
    ),
    Row(
      "EUC-KR",
      .common,
      .multiByte,
      iconv: "CP949",
      registered: """
        euc-kr cseuckr ks_c_5601-1987 iso-ir-149 ks_c_5601-1989 ksc_5601 korean csksc56011987
        """,
      others: "ksc5601 windows-949 cp949 ms949 uhc x-windows-949 x-euc-kr"
    ),
    Row(
      "windows-874",
      .common,
      .singleByte,
      iconv: "CP874",
      registered: "windows-874 cswindows874 tis-620 cstis620 iso-8859-11",
      others: "dos-874 iso8859-11 iso885911 cp874 x-windows-874"
    ),
  ]

  private static let legacy = [
    Row(
      "IBM866",
      .obscure,
      .singleByte,
      registered: "ibm866 cp866 866 csibm866",
      others: "x-cp866"
    ),
    Row(
      "IBM437",
      .obscure,
      .singleByte,
      registered: "ibm437 cp437 437 cspc8codepage437"
    ),
    Row(
      "IBM850",
      .obscure,
      .singleByte,
      registered: "ibm850 cp850 850 cspc850multilingual"
    ),
    Row(
      "IBM852",
      .obscure,
      .singleByte,
      registered: "ibm852 cp852 852 cspcp852"
    ),
    Row(
      "macintosh",
      .obscure,
      .singleByte,
      registered: "macintosh mac csmacintosh",
      others: "x-mac-roman mac-roman macroman"
    ),
    Row(
      "x-mac-cyrillic",
      .obscure,
      .singleByte,
      iconv: "MAC-CYRILLIC",
      registered: "",
      others: "x-mac-cyrillic mac-cyrillic maccyrillic x-mac-ukrainian mac-ukrainian"
    ),
    Row("VISCII", .obscure, .singleByte, registered: "viscii csviscii"),
    Row(
      "ISO-2022-KR",
      .obscure,
      .multiByte,
      registered: "iso-2022-kr csiso2022kr"
    ),
    Row(
      "ISO-2022-CN",
      .obscure,
      .multiByte,
      registered: "iso-2022-cn csiso2022cn"
    ),
    Row("UTF-7", .obscure, .multiByte, registered: "utf-7 csutf7", others: "utf7"),
    Row(
      "IBM037",
      .obscure,
      .ebcdic,
      registered: """
        ibm037 cp037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl csibm037
        """,
      others: "ebcdic ibm-037 ibm-37"
    ),
    Row(
      "IBM500",
      .obscure,
      .ebcdic,
      registered: "ibm500 cp500 ebcdic-cp-be ebcdic-cp-ch csibm500"
    ),
    Row(
      "IBM1047",
      .obscure,
      .ebcdic,
      registered: "ibm1047 ibm-1047 csibm1047",
      others: "cp1047"
    ),
    Row(
      "IBM01140",
      .obscure,
      .ebcdic,
      iconv: "IBM1140",
      registered: "ibm01140 ccsid01140 cp01140 ebcdic-us-37+euro csibm01140",
      others: "cp1140 ibm1140"
    ),
  ]
}

/// Names of languages that are written where a code belongs, in lower case, and the codes.
enum LanguageNames {
  static let codes: [String: String] = [
    "arabic": "ar", "bahasa indonesia": "id", "brazilian portuguese": "pt-BR", "bulgarian": "bg",
    "català": "ca", "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "dansk": "da", "deutsch": "de", "dutch": "nl", "english": "en",
    "english (united kingdom)": "en-GB", "english (united states)": "en-US",
    "english (us)": "en-US",
    "español": "es", "espanol": "es", "estonian": "et", "finnish": "fi", "français": "fr",
    "francais": "fr", "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
    "hungarian": "hu", "indonesian": "id", "italian": "it", "italiano": "it", "japanese": "ja",
    "korean": "ko", "latvian": "lv", "lithuanian": "lt", "magyar": "hu", "nederlands": "nl",
    "norsk": "no", "norwegian": "no", "persian": "fa", "polish": "pl", "polski": "pl",
    "português": "pt", "portugues": "pt", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "serbian": "sr", "slovak": "sk", "slovenian": "sl", "spanish": "es", "suomi": "fi",
    "svenska": "sv", "swedish": "sv", "thai": "th", "turkish": "tr", "türkçe": "tr",
    "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "русский": "ru", "українська": "uk",
    "中文": "zh", "日本語": "ja", "한국어": "ko",
  ]
}

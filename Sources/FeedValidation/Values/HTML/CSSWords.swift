/// The words of CSS that sanitising readers let through.
enum CSSWords {
  /// What a property's value has to be looked at for.
  enum Class: UInt8 {
    /// Nothing in particular.
    case plain = 0
    /// Lengths, colours and keywords: a background, border, margin or padding, which could otherwise
    /// load an image or push other things away.
    case box = 1
    /// `position`.
    case position = 2
    /// Loads a program.
    case program = 3
    /// `font` and `font-family`, whose names may be escaped.
    case font = 4
  }

  /// CSS 2 without what positions a box, generates content or loads something: the list that
  /// feedparser made known and that readers share.
  static let properties = WordTable(
    ignoringCase: true,
    [
      (
        Class.box.rawValue,
        """
        margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right \
        padding-bottom padding-left background background-color border border-top border-right \
        border-bottom border-left border-color border-style border-width border-top-color \
        border-top-style border-top-width border-right-color border-right-style \
        border-right-width border-bottom-color border-bottom-style border-bottom-width \
        border-left-color border-left-style border-left-width border-collapse border-spacing
        """
      ),
      (
        Class.plain.rawValue,
        """
        color width height display float clear overflow vertical-align line-height text-align \
        text-decoration text-indent letter-spacing white-space direction unicode-bidi cursor \
        list-style-type font-size font-style font-variant font-weight azimuth elevation pause \
        pause-before pause-after pitch pitch-range richness speak speak-header speak-numeral \
        speak-punctuation speech-rate stress voice-family volume
        """
      ),
      (Class.font.rawValue, "font font-family"),
      (Class.position.rawValue, "position"),
      (Class.program.rawValue, "behavior behaviour -moz-binding -ms-behavior"),
    ]
  )

  /// Keywords of boxes.
  static let keywords = WordTable(
    ignoringCase: true,
    [
      (
        0,
        """
        auto none hidden dotted dashed solid double groove ridge inset outset thin medium thick \
        collapse separate inherit initial unset transparent currentcolor left right top bottom \
        center normal !important
        """
      ),
      // The names of CSS Color, level 4, section 6.1.
      (
        1,
        """
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue \
        blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk \
        crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki \
        darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen \
        darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue \
        dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite \
        gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki \
        lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan \
        lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen \
        lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen \
        magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen \
        mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream \
        mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid \
        palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum \
        powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown \
        seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen \
        steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
        """
      ),
    ]
  )

  /// Units of lengths.
  static let units = WordTable(
    ignoringCase: true,
    [(0, "% cm mm in pt pc px em ex rem ch vw vh vmin vmax q")]
  )

  /// Functions that are values and load nothing.
  static let colourFunctions = WordTable(ignoringCase: true, [(0, "rgb rgba hsl hsla")])

  /// Values of `position` that leave the box where the text has it.
  static let quietPositions = WordTable(
    ignoringCase: true,
    [(0, "static relative inherit initial unset")]
  )
}

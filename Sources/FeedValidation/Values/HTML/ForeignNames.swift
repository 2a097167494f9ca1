/// What the tables of SVG and MathML say of a name, and what both have.
enum ForeignNames {
  /// It is defined, and harmless.
  static let known: UInt8 = 0
  /// It runs code.
  static let active: UInt8 = 1
  /// Many readers remove it.
  static let stripped: UInt8 = 2

  /// Attributes that HTML's elements, SVG's and MathML's have in common.
  static let commonAttributes = WordTable(
    ignoringCase: false,
    [
      (
        known,
        """
        id class style lang dir tabindex role title nonce part slot is autofocus itemid itemprop \
        itemref itemscope itemtype about content datatype inlist prefix property rel rev resource \
        typeof vocab xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title \
        xlink:type
        """
      )
    ]
  )
}

/// The names of SVG: https://www.w3.org/TR/SVG2/eltindex.html and attindex.html, with those of SVG
/// 1.1 and Tiny 1.2.
enum SVGNames {
  static let elements = WordTable(
    ignoringCase: false,
    [
      (
        ForeignNames.known,
        """
        a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform \
        animation audio circle clipPath color-profile cursor defs desc discard ellipse feBlend \
        feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
        feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
        feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
        feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format \
        font-face-name font-face-src font-face-uri g glyph glyphRef hatch hatchpath hkern image \
        line linearGradient marker mask metadata missing-glyph mpath path pattern polygon polyline \
        prefetch radialGradient rect set solidColor stop svg switch symbol tbreak text textArea \
        textPath title tref tspan unknown use video view vkern
        """
      ),
      (ForeignNames.active, "script handler listener"),
      (ForeignNames.stripped, "foreignObject style iframe canvas"),
    ]
  )

  static let attributes = WordTable(
    ignoringCase: false,
    [
      (
        ForeignNames.known,
        """
        accent-height accumulate additive alignment-baseline alphabetic amplitude arabic-form \
        ascent attributeName attributeType azimuth baseFrequency baseProfile baseline-shift bbox \
        begin bias by calcMode cap-height clip clip-path clip-rule clipPathUnits color \
        color-interpolation color-interpolation-filters color-profile color-rendering \
        contentScriptType contentStyleType crossorigin cursor cx cy d descent diffuseConstant \
        direction display divisor dominant-baseline download dur dx dy edgeMode elevation \
        enable-background end exponent externalResourcesRequired fill fill-opacity fill-rule \
        filter filterRes filterUnits flood-color flood-opacity focusable font-family font-size \
        font-size-adjust font-stretch font-style font-variant font-weight format fr from fx fy g1 \
        g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical glyphRef \
        gradientTransform gradientUnits hanging height horiz-adv-x horiz-origin-x horiz-origin-y \
        href hreflang ideographic image-rendering in in2 initialVisibility intercept isolation k \
        k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes \
        lengthAdjust letter-spacing lighting-color limitingConeAngle local marker marker-end \
        marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type \
        maskContentUnits maskUnits mathematical max media method min mix-blend-mode mode name \
        numOctaves offset opacity operator order orient orientation origin overflow \
        overline-position overline-thickness paint-order panose-1 path pathLength patternContentUnits \
        patternTransform patternUnits ping playbackOrder pointer-events points pointsAtX pointsAtY \
        pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY \
        referrerpolicy rendering-intent repeatCount repeatDur requiredExtensions requiredFeatures \
        requiredFonts requiredFormats restart result rotate rx ry scale seed shape-rendering side \
        slope snapshotTime spacing specularConstant specularExponent spreadMethod src startOffset \
        stdDeviation stemh stemv stitchTiles stop-color stop-opacity strikethrough-position \
        strikethrough-thickness string stroke stroke-dasharray stroke-dashoffset stroke-linecap \
        stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfaceScale systemLanguage \
        tableValues target targetX targetY text-anchor text-decoration text-overflow \
        text-rendering textLength timelineBegin to transform transform-origin type u1 u2 \
        underline-position underline-thickness unicode unicode-bidi unicode-range units-per-em \
        v-alphabetic v-hanging v-ideographic v-mathematical values vector-effect version \
        vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget visibility white-space width \
        widths word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 \
        yChannelSelector z zoomAndPan
        """
      )
    ]
  )
}

/// The names of MathML: https://www.w3.org/TR/MathML3/appendixi.html and
/// https://www.w3.org/TR/mathml-core/.
enum MathMLNames {
  static let elements = WordTable(
    ignoringCase: false,
    [
      (
        ForeignNames.known,
        """
        annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced \
        mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom \
        mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack \
        mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics abs and \
        apply approx arccos arccosh arccot arccoth arccsc arccsch arcsec arcsech arcsin arcsinh \
        arctan arctanh arg bind bvar card cartesianproduct cbytes ceiling cerror ci cn codomain \
        complexes compose condition conjugate cos cosh cot coth cs csc csch csymbol curl declare \
        degree determinant diff divergence divide domain domainofapplication emptyset eq \
        equivalent eulergamma exists exp exponentiale factorial factorof false floor fn forall gcd \
        geq grad gt ident image imaginary imaginaryi implies in infinity int integers intersect \
        interval inverse lambda laplacian lcm leq limit list ln log logbase lowlimit lt matrix \
        matrixrow max mean median min minus mode moment momentabout naturalnumbers neq not \
        notanumber notin notprsubset notsubset or otherwise outerproduct partialdiff pi piece \
        piecewise plus power primes product prsubset quotient rationals real reals reln rem root \
        scalarproduct sdev sec sech selector sep set setdiff share sin sinh subset sum tan tanh \
        tendsto times transpose true union uplimit variance vector vectorproduct xor
        """
      )
    ]
  )

  static let attributes = WordTable(
    ignoringCase: false,
    [
      (
        ForeignNames.known,
        """
        accent accentunder actiontype align alignmentscope altimg altimg-height altimg-valign \
        altimg-width alttext background base bevelled cd cdgroup charalign charspacing close \
        closure color columnalign columnlines columnspacing columnspan columnwidth crossout \
        decimalpoint definitionURL denomalign depth display displaystyle edge encoding \
        equalcolumns equalrows fence fontfamily fontsize fontstyle fontweight form frame \
        framespacing groupalign height href indentalign indentalignfirst indentalignlast \
        indentshift indentshiftfirst indentshiftlast indenttarget infixlinebreakstyle intent \
        arg largeop leftoverhang length linebreak linebreakmultchar linebreakstyle lineleading \
        linethickness location longdivstyle lquote lspace macros mathbackground mathcolor mathsize \
        mathvariant maxsize maxwidth mediummathspace minlabelspacing minsize mode movablelimits \
        mslinethickness name nargs negativemediummathspace negativethickmathspace \
        negativethinmathspace negativeverythickmathspace negativeverythinmathspace \
        negativeveryverythickmathspace negativeveryverythinmathspace notation numalign \
        occurrence open order other overflow position rightoverhang rowalign rowlines rowspacing \
        rowspan rquote rspace schemaLocation scope scriptlevel scriptminsize \
        scriptsizemultiplier selection separator separators shift side src stackalign stretchy \
        subscriptshift superscriptshift symmetric thickmathspace thinmathspace type valign \
        verythickmathspace verythinmathspace veryverythickmathspace veryverythinmathspace \
        voffset width xref
        """
      )
    ]
  )
}

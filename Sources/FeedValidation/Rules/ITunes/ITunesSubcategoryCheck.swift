/// Holds subcategories against the category around them, with the rules of the categories.
final class ITunesSubcategoryCheck: Check {
  let interests: [Interest] = [.element(ITunesElementMissingCheck.itunes, "category")]
  private var outer: String?

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.parentName == "category" else {
      outer = element.attribute("text")?.value
      return
    }
    guard let outer, let text = element.attribute("text") else { return }
    context.check(text, .itunesSubcategory(of: outer), at: element)
  }
}

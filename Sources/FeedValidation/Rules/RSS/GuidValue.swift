/// Holds a guid against what its isPermaLink says of it: the rules are those of the values.
final class GuidValueCheck: Check {
  let interests: [Interest] = [.element("", "guid")]

  func end(_ guid: ElementRecord, _ context: CheckContext) {
    guard guid.parentRole == .item else { return }
    // Readers go by the exact word.
    let isOpaque = guid.attribute("isPermaLink")?.value == "false"
    context.check(guid, isOpaque ? .opaqueGUID : .permalinkGUID)
  }
}

/// What a namespace adds to a feed or a post, as a value type of its own.
///
/// The type says nothing of XML or JSON: a format learns how to write it from the namespace's file.
public protocol FeedExtension: Sendable, Equatable {}

/// Extensions of a feed or a post, at most one of each type, in the order in which they were set.
public struct Extensions: Sendable, Equatable {
  private var values: [any FeedExtension] = []

  /// No extension.
  public init() {}

  /// Whether there is none.
  public var isEmpty: Bool { values.isEmpty }

  /// All of them, in the order in which they were set.
  public var all: [any FeedExtension] { values }

  /// The extension of a type, or nil.
  public subscript<Extension: FeedExtension>(type: Extension.Type) -> Extension? {
    get {
      for value in values {
        if let value = value as? Extension { return value }
      }
      return nil
    }
    set {
      let index = values.firstIndex { $0 is Extension }
      switch (index, newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil): values.remove(at: index)
      case (nil, let value?): values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// Whether both hold equal values in the same order.
  public static func == (left: Extensions, right: Extensions) -> Bool {
    guard left.values.count == right.values.count else { return false }
    for (index, value) in left.values.enumerated() {
      guard value.isEqual(to: right.values[index]) else { return false }
    }
    return true
  }
}

extension FeedExtension {
  fileprivate func isEqual(to other: any FeedExtension) -> Bool {
    (other as? Self) == self
  }
}

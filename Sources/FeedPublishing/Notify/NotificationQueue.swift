/// What is still to be told, in the database of the history: put there in the transaction that records
/// the build, taken out when it was told.
///
/// Told at least once, whenever a run is killed: what was sent and not taken out is sent again. What
/// says only that there is news waits once, however much news there is.
struct NotificationQueue {
  let database: Database

  /// Adds what is to be told. What waits already is told at once, as if it were new.
  func add(_ notifications: [Notification], at now: Int64) throws(DatabaseError) {
    for notification in notifications {
      try database.run(
        """
        INSERT INTO notifications
        (kind, target, topic, build, file, payload, created, due, attempts, trouble)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 0, NULL)
        ON CONFLICT (kind, target, topic, build) DO UPDATE SET
        file = excluded.file, payload = excluded.payload, created = excluded.created,
        due = excluded.due, attempts = 0, trouble = NULL
        """,
        [
          .text(notification.kind.rawValue), .text(notification.target),
          .text(notification.topic), .integer(notification.build), .optional(notification.file),
          .blob(notification.payload), .integer(now),
        ]
      )
    }
  }

  /// What waits, the first first; all of it, or what is due.
  func pending(dueAt now: Int64? = nil) throws(DatabaseError) -> [PendingNotification] {
    let rows = try database.prepare(
      """
      SELECT key, kind, target, topic, build, file, payload, created, due, attempts, trouble
      FROM notifications WHERE due <= ? ORDER BY key
      """
    )
    try rows.bind([.integer(now ?? .max)])
    var pending: [PendingNotification] = []
    while try rows.step() {
      guard let kind = rows.text(1).flatMap(Notification.Kind.init) else { continue }
      pending.append(
        PendingNotification(
          key: rows.integer(0) ?? 0,
          notification: Notification(
            kind: kind,
            target: rows.text(2) ?? "",
            topic: rows.text(3) ?? "",
            build: rows.integer(4) ?? 0,
            file: rows.text(5),
            payload: rows.blob(6)
          ),
          created: rows.integer(7) ?? 0,
          due: rows.integer(8) ?? 0,
          attempts: Int(clamping: rows.integer(9) ?? 0),
          trouble: rows.text(10)
        )
      )
    }
    return pending
  }

  /// Whether something is due.
  func isDue(at now: Int64) throws(DatabaseError) -> Bool {
    try database.integer(
      "SELECT 1 FROM notifications WHERE due <= ? LIMIT 1",
      [.integer(now)]
    ) != nil
  }

  /// Takes out what was told, or will not be.
  func remove(_ pending: PendingNotification) throws(DatabaseError) {
    try database.run("DELETE FROM notifications WHERE key = ?", [.integer(pending.key)])
  }

  /// Puts off what could not be told.
  func postpone(
    _ pending: PendingNotification,
    until due: Int64,
    trouble: String
  ) throws(DatabaseError) {
    try database.run(
      "UPDATE notifications SET due = ?, attempts = attempts + 1, trouble = ? WHERE key = ?",
      [.integer(due), .text(trouble), .integer(pending.key)]
    )
  }
}

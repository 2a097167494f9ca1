/// The tables of a history, and how older ones become newer ones.
///
/// A row of `documents` or `entries` holds from the build `since` on, until the build `until`, in which
/// it was another or gone; NULL for what holds today. What does not change costs nothing, so a history
/// grows with what happens and not with the number of builds.
enum HistorySchema {
  /// "tidi": tells the file from other databases.
  static let applicationID: Int64 = 0x7469_6469

  /// A step a version; what is published is never edited.
  static let steps = [
    """
    CREATE TABLE builds (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      made TEXT NOT NULL,          -- RFC 3339, UTC
      version TEXT NOT NULL        -- of Tidings
    );
    CREATE TABLE feeds (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE    -- from the folder beside which the history lies
    );
    CREATE TABLE documents (
      feed INTEGER NOT NULL REFERENCES feeds(id),
      since INTEGER NOT NULL REFERENCES builds(id),
      until INTEGER,
      format TEXT NOT NULL,        -- rss, atom or json
      title TEXT NOT NULL,
      subtitle TEXT,
      home_page TEXT,
      self_url TEXT,
      language TEXT,
      entries INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,
      PRIMARY KEY (feed, since)
    ) WITHOUT ROWID;
    CREATE TABLE entries (
      key INTEGER PRIMARY KEY,
      feed INTEGER NOT NULL REFERENCES feeds(id),
      since INTEGER NOT NULL REFERENCES builds(id),
      until INTEGER,
      id TEXT NOT NULL,
      title TEXT,
      link TEXT,
      published TEXT,              -- RFC 3339
      updated TEXT,
      fields BLOB NOT NULL         -- XXH3 fingerprints, eight bytes each
    );
    CREATE INDEX entries_by_feed ON entries (feed, until);
    CREATE TABLE changes (
      build INTEGER NOT NULL REFERENCES builds(id),
      feed INTEGER NOT NULL REFERENCES feeds(id),
      added INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      reidentified INTEGER NOT NULL,
      aged_out INTEGER NOT NULL,
      backfilled INTEGER NOT NULL,
      unchanged INTEGER NOT NULL,
      PRIMARY KEY (build, feed)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE notifications (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,          -- websub, cloud, webhook, indexnow or exec
      target TEXT NOT NULL,        -- whom to tell; never a secret
      topic TEXT NOT NULL,         -- the feed's address; '' for a whole build
      build INTEGER NOT NULL,      -- 0 for what says only that there is news
      file TEXT,                   -- what has to be served at the topic first
      payload BLOB NOT NULL,
      created INTEGER NOT NULL,    -- seconds since 1970
      due INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      trouble TEXT,                -- what went wrong last
      UNIQUE (kind, target, topic, build)
    );
    """,
  ]

  /// Brings a database up to date.
  ///
  /// - Throws: `DatabaseError` for a database that is none of ours, or one of a later version.
  static func migrate(_ database: Database) throws(DatabaseError) {
    try DatabaseSchema(applicationID: applicationID, steps: steps).migrate(database)
  }
}

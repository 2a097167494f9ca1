/// The tables of what is known of sources.
enum SourceSchema {
  /// "tids": tells the file from other databases.
  static let schema = DatabaseSchema(
    applicationID: 0x7469_6473,
    steps: [
      """
      CREATE TABLE sources (
        address TEXT PRIMARY KEY,        -- as the configuration or a list has it
        current TEXT NOT NULL,           -- the address to ask
        entity_tag TEXT,                 -- a character for each byte
        last_modified TEXT,
        checked TEXT,                    -- RFC 3339, as all dates
        last_good TEXT,
        last_whole TEXT,
        failures INTEGER NOT NULL,
        failing_since TEXT,
        last_error TEXT,
        not_before TEXT,
        moved_to TEXT,
        moved_since TEXT,
        gone INTEGER NOT NULL,
        digest INTEGER,                  -- of the document, XXH3
        charset TEXT,
        location TEXT                    -- the address that the document came from
      ) WITHOUT ROWID;
      """
    ]
  )
}

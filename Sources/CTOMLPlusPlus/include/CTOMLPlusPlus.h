#ifndef TIDINGS_CTOMLPLUSPLUS_H
#define TIDINGS_CTOMLPLUSPLUS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What one event of a TOML document is. A table's events are `begin_table`, then for each member
/// `key` and the events of its value, then `end_table`.
typedef enum {
  tidings_toml_begin_table,
  tidings_toml_end_table,
  tidings_toml_begin_array,
  tidings_toml_end_array,
  tidings_toml_key,
  tidings_toml_string,
  tidings_toml_integer,
  tidings_toml_float,
  tidings_toml_boolean,
  tidings_toml_date,
  tidings_toml_time,
  tidings_toml_date_time
} tidings_toml_kind;

/// One event. Lines and columns (in code points) count from 1. `text` (UTF-8, not terminated) is
/// set for keys and scalars: integers in decimal, floats as in the source, dates and times in
/// RFC 3339's form with "T" and without an offset where the source has none.
typedef struct {
  tidings_toml_kind kind;
  uint32_t line;
  uint32_t column;
  const char *text;
  size_t length;
} tidings_toml_event;

/// A parsed document, or the first error in it.
typedef struct {
  /// The events in the order of the source, the root table's first; none when there is an error.
  const tidings_toml_event *events;
  size_t count;
  /// NULL, or what is wrong (`error_length` bytes of UTF-8), with its place.
  const char *error;
  size_t error_length;
  uint32_t error_line;
  uint32_t error_column;
} tidings_toml_document;

/// Parses TOML 1.0. Returns NULL when memory is short. Values nested more than `depth_limit` deep
/// are an error. Safe to call from several threads at once.
const tidings_toml_document *tidings_toml_parse(const char *bytes, size_t length,
                                                size_t depth_limit);

/// Frees a document with all its texts.
void tidings_toml_release(const tidings_toml_document *document);

#ifdef __cplusplus
}
#endif

#endif

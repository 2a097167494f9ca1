#ifndef TIDINGS_CFETCHING_H
#define TIDINGS_CFETCHING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

// libcurl without its variadic setters, which Swift cannot call, and without its libraries at every
// start: libcurl.so.4 brings thirty others with it, and loading them takes longer than checking a
// feed. So it is opened at the first fetch. Nothing here follows redirects: each is a request.

/// How a request ended.
typedef enum {
  tidings_fetch_ok,
  /// libcurl cannot be loaded.
  tidings_fetch_no_library,
  tidings_fetch_out_of_memory,
  /// One of the callbacks ended the transfer.
  tidings_fetch_stopped,
  tidings_fetch_malformed_url,
  tidings_fetch_unknown_host,
  tidings_fetch_unknown_proxy,
  tidings_fetch_no_connection,
  tidings_fetch_tls,
  tidings_fetch_certificate,
  /// One of the limits on time and speed.
  tidings_fetch_timeout,
  /// The body ended before its length or its last chunk.
  tidings_fetch_partial,
  tidings_fetch_bad_encoding,
  /// The answer is not HTTP.
  tidings_fetch_not_http,
  tidings_fetch_empty_answer,
  /// The connection broke.
  tidings_fetch_interrupted,
  tidings_fetch_proxy,
  /// Anything else; the message says what.
  tidings_fetch_other
} tidings_fetch_end;

/// One request. Texts have to live until it ends.
typedef struct {
  /// An http or https URL.
  const char *url;
  const char *user_agent;
  /// Header fields, `Name: value`.
  const char *const *fields;
  size_t field_count;
  /// What is posted; NULL to get the resource.
  const uint8_t *post;
  size_t post_length;
  /// A proxy's URL; "" for none. The environment is not asked.
  const char *proxy;
  /// A file with the certificates of authorities; NULL for the system's.
  const char *certificate_file;
  /// Milliseconds; 0 for none.
  long time_limit;
  long connect_time_limit;
  /// The transfer ends when it brings fewer bytes a second for so many seconds; 0 for never.
  long low_speed_bytes;
  long low_speed_seconds;

  /// Handed to the functions below. All of them return whether to go on.
  void *context;
  /// Whether to connect to an address, asked before the socket is made.
  bool (*admit)(void *context, const struct sockaddr *address, size_t length);
  /// A line of the answer's head, with its line end; an empty one ends the head. The lines of
  /// interim answers come too, and those of a trailer after the body.
  bool (*head_line)(void *context, const uint8_t *bytes, size_t length);
  /// A piece of the body without its content encodings; `received` counts the bytes with them.
  bool (*body)(void *context, const uint8_t *bytes, size_t length, int64_t received);
  /// Called often, also when nothing arrives or the decoder keeps back what arrived.
  bool (*progress)(void *context, int64_t received);
} tidings_fetch_request;

/// What became of a request. Times are microseconds since its start; 0 when it did not get there or
/// an open connection was used again.
typedef struct {
  tidings_fetch_end end;
  /// libcurl's words; "" for none.
  char message[256];
  /// The numeric address of the peer, which may be a proxy; "" for none.
  char address[64];
  /// Bytes of the body, as transferred.
  int64_t received;
  int64_t name_lookup_time;
  int64_t connect_time;
  int64_t handshake_time;
  /// When the request could be sent; not 0 on an open connection either.
  int64_t request_time;
  int64_t first_byte_time;
  int64_t total_time;
} tidings_fetch_outcome;

/// Connections that are kept open between requests.
typedef struct tidings_fetch_session tidings_fetch_session;

/// NULL when libcurl cannot be loaded or memory is short. For one thread at a time.
tidings_fetch_session *tidings_fetch_open(void);
void tidings_fetch_perform(tidings_fetch_session *session, const tidings_fetch_request *request,
                           tidings_fetch_outcome *outcome);
void tidings_fetch_close(tidings_fetch_session *session);

/// A URL as libcurl understands it, so that what is checked is what is connected to.
typedef struct {
  tidings_fetch_end end;
  /// libcurl's words for what is wrong with the URL; "" for none.
  char message[128];
  /// The URL, normalized, without fragment; with the user's name and password.
  char *url;
  /// The same without name and password.
  char *shown;
  /// In lower case.
  char *scheme;
  /// Without brackets; "" for none.
  char *host;
} tidings_fetch_url;

/// Parses a reference, resolved against a base unless that is NULL. Spaces and bytes beyond ASCII
/// are percent-encoded. The texts are NULL unless `end` is ok.
void tidings_fetch_parse_url(const char *base, const char *reference, tidings_fetch_url *result);
void tidings_fetch_release_url(tidings_fetch_url *url);

#endif

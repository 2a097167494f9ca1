#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CFetching.h"
#include "library.h"

struct tidings_fetch_session {
  const tidings_curl *curl;
  CURL *handle;
  const tidings_fetch_request *request;
  /// A callback has said no, so whatever error libcurl makes of it is not the reason.
  bool is_stopped;
};

static curl_socket_t open_socket(void *context, curlsocktype purpose,
                                 struct curl_sockaddr *address) {
  (void)purpose;
  const tidings_fetch_request *request = ((tidings_fetch_session *)context)->request;
  // A refusal is not a stop: the host's next address may do.
  if (!request->admit(request->context, &address->addr, address->addrlen)) return CURL_SOCKET_BAD;
  const int descriptor = socket(address->family, address->socktype, address->protocol);
  if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor >= 0 ? descriptor : CURL_SOCKET_BAD;
}

static size_t take_head_line(char *bytes, size_t size, size_t count, void *context) {
  tidings_fetch_session *session = context;
  const size_t length = size * count;
  if (session->request->head_line(session->request->context, (const uint8_t *)bytes, length))
    return length;
  session->is_stopped = true;
  return length ? 0 : 1;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  tidings_fetch_session *session = context;
  const size_t length = size * count;
  curl_off_t received = 0;
  session->curl->easy_getinfo(session->handle, CURLINFO_SIZE_DOWNLOAD_T, &received);
  if (session->request->body(session->request->context, (const uint8_t *)bytes, length, received))
    return length;
  session->is_stopped = true;
  return length ? 0 : 1;
}

static int take_progress(void *context, curl_off_t expected, curl_off_t received,
                         curl_off_t expected_up, curl_off_t sent) {
  (void)expected, (void)expected_up, (void)sent;
  tidings_fetch_session *session = context;
  if (session->request->progress(session->request->context, received)) return 0;
  session->is_stopped = true;
  return 1;
}

/* Takes all options back but one: without it each cleanup turns SIGPIPE off and on again for the whole
   process, and two threads that do so at once leave it off. */
static void reset(tidings_fetch_session *session) {
  session->curl->easy_reset(session->handle);
  session->curl->easy_setopt(session->handle, CURLOPT_NOSIGNAL, 1L);
}

tidings_fetch_session *tidings_fetch_open(void) {
  const tidings_curl *curl = tidings_curl_library();
  if (!curl) return NULL;
  tidings_fetch_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->curl = curl;
  session->handle = curl->easy_init();
  if (session->handle) {
    reset(session);
    return session;
  }
  free(session);
  return NULL;
}

void tidings_fetch_close(tidings_fetch_session *session) {
  if (!session) return;
  session->curl->easy_cleanup(session->handle);
  free(session);
}

static tidings_fetch_end end_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return tidings_fetch_ok;
    case CURLE_OUT_OF_MEMORY: return tidings_fetch_out_of_memory;
    case CURLE_URL_MALFORMAT: return tidings_fetch_malformed_url;
    case CURLE_COULDNT_RESOLVE_HOST: return tidings_fetch_unknown_host;
    case CURLE_COULDNT_RESOLVE_PROXY: return tidings_fetch_unknown_proxy;
    case CURLE_COULDNT_CONNECT: return tidings_fetch_no_connection;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR: return tidings_fetch_certificate;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_USE_SSL_FAILED: return tidings_fetch_tls;
    case CURLE_OPERATION_TIMEDOUT: return tidings_fetch_timeout;
    case CURLE_PARTIAL_FILE: return tidings_fetch_partial;
    case CURLE_BAD_CONTENT_ENCODING: return tidings_fetch_bad_encoding;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY: return tidings_fetch_not_http;
    case CURLE_GOT_NOTHING: return tidings_fetch_empty_answer;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return tidings_fetch_interrupted;
#if LIBCURL_VERSION_NUM >= 0x074900
    case CURLE_PROXY: return tidings_fetch_proxy;
#endif
    default: return tidings_fetch_other;
  }
}

static CURLcode set_options(tidings_fetch_session *session, const struct curl_slist *fields,
                            char *message) {
  const tidings_fetch_request *request = session->request;
  CURLcode code = CURLE_OK;
#define SET(option, value) \
  if (!code) code = session->curl->easy_setopt(session->handle, CURLOPT_##option, value)
  SET(ERRORBUFFER, message);
  SET(URL, request->url);
  SET(PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(USERAGENT, request->user_agent);
  SET(HTTPHEADER, fields);
  if (request->post) {
    SET(POST, 1L);
    SET(POSTFIELDSIZE_LARGE, (curl_off_t)request->post_length);
    SET(POSTFIELDS, (const char *)request->post);
  }
  // Every encoding that this libcurl can decode.
  SET(ACCEPT_ENCODING, "");
  SET(PROXY, request->proxy);
  SET(NOPROXY, "");
  SET(SUPPRESS_CONNECT_HEADERS, 1L);
  if (request->certificate_file) SET(CAINFO, request->certificate_file);
  SET(NOSIGNAL, 1L);
  SET(TIMEOUT_MS, request->time_limit);
  SET(CONNECTTIMEOUT_MS, request->connect_time_limit);
  SET(LOW_SPEED_LIMIT, request->low_speed_bytes);
  SET(LOW_SPEED_TIME, request->low_speed_seconds);
  SET(OPENSOCKETFUNCTION, open_socket);
  SET(OPENSOCKETDATA, session);
  SET(HEADERFUNCTION, take_head_line);
  SET(HEADERDATA, session);
  SET(WRITEFUNCTION, take_body);
  SET(WRITEDATA, session);
  SET(XFERINFOFUNCTION, take_progress);
  SET(XFERINFODATA, session);
  SET(NOPROGRESS, 0L);
#undef SET
  return code;
}

static int64_t number(const tidings_fetch_session *session, CURLINFO which) {
  curl_off_t value = 0;
  session->curl->easy_getinfo(session->handle, which, &value);
  return value;
}

void tidings_fetch_perform(tidings_fetch_session *session, const tidings_fetch_request *request,
                           tidings_fetch_outcome *outcome) {
  memset(outcome, 0, sizeof *outcome);
  session->request = request;
  session->is_stopped = false;
  // Options go, connections stay.
  reset(session);

  struct curl_slist *fields = NULL;
  for (size_t i = 0; i < request->field_count; ++i) {
    struct curl_slist *longer = session->curl->slist_append(fields, request->fields[i]);
    if (!longer) {
      session->curl->slist_free_all(fields);
      outcome->end = tidings_fetch_out_of_memory;
      return;
    }
    fields = longer;
  }
  char message[CURL_ERROR_SIZE] = "";
  CURLcode code = set_options(session, fields, message);
  if (!code) code = session->curl->easy_perform(session->handle);

  outcome->end = session->is_stopped ? tidings_fetch_stopped : end_of(code);
  if (code)
    snprintf(outcome->message, sizeof outcome->message, "%s",
             *message ? message : session->curl->easy_strerror(code));
  const char *address = NULL;
  session->curl->easy_getinfo(session->handle, CURLINFO_PRIMARY_IP, &address);
  if (address) snprintf(outcome->address, sizeof outcome->address, "%s", address);
  outcome->received = number(session, CURLINFO_SIZE_DOWNLOAD_T);
  outcome->name_lookup_time = number(session, CURLINFO_NAMELOOKUP_TIME_T);
  outcome->connect_time = number(session, CURLINFO_CONNECT_TIME_T);
  outcome->handshake_time = number(session, CURLINFO_APPCONNECT_TIME_T);
  outcome->request_time = number(session, CURLINFO_PRETRANSFER_TIME_T);
  outcome->first_byte_time = number(session, CURLINFO_STARTTRANSFER_TIME_T);
  outcome->total_time = number(session, CURLINFO_TOTAL_TIME_T);

  // The handle must not keep what ends with this call.
  reset(session);
  session->curl->slist_free_all(fields);
  session->request = NULL;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CFetching.h"
#include "library.h"

void tidings_fetch_release_url(tidings_fetch_url *url) {
  free(url->url);
  free(url->shown);
  free(url->scheme);
  free(url->host);
  url->url = url->shown = url->scheme = url->host = NULL;
}

static void fail(const tidings_curl *curl, CURLUcode code, tidings_fetch_url *result) {
  result->end = code == CURLUE_OUT_OF_MEMORY ? tidings_fetch_out_of_memory
                                             : tidings_fetch_malformed_url;
  if (result->end == tidings_fetch_malformed_url && curl->url_strerror)
    snprintf(result->message, sizeof result->message, "%s", curl->url_strerror(code));
}

/// A part as memory of malloc.
static CURLUcode part(const tidings_curl *curl, CURLU *handle, CURLUPart which, char **text) {
  char *owned = NULL;
  const CURLUcode code = curl->url_get(handle, which, &owned, 0);
  if (code != CURLUE_OK) return code;
  *text = strdup(owned);
  curl->free(owned);
  return *text ? CURLUE_OK : CURLUE_OUT_OF_MEMORY;
}

static CURLUcode parse(const tidings_curl *curl, CURLU *handle, const char *base,
                       const char *reference, tidings_fetch_url *result) {
  // Schemes that libcurl does not know are for the caller to refuse, by name.
  const unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
  CURLUcode code = CURLUE_OK;
  if (base) code = curl->url_set(handle, CURLUPART_URL, base, flags);
  if (!code) code = curl->url_set(handle, CURLUPART_URL, reference, flags);
  if (!code) code = curl->url_set(handle, CURLUPART_FRAGMENT, NULL, 0);
  if (!code) code = part(curl, handle, CURLUPART_SCHEME, &result->scheme);
  if (!code) {
    code = part(curl, handle, CURLUPART_HOST, &result->host);
    // file: has none, and is told of by its scheme.
    if (code == CURLUE_NO_HOST)
      code = (result->host = strdup("")) ? CURLUE_OK : CURLUE_OUT_OF_MEMORY;
  }
  if (!code) code = part(curl, handle, CURLUPART_URL, &result->url);
  if (!code) code = curl->url_set(handle, CURLUPART_USER, NULL, 0);
  if (!code) code = curl->url_set(handle, CURLUPART_PASSWORD, NULL, 0);
  if (!code) code = curl->url_set(handle, CURLUPART_OPTIONS, NULL, 0);
  if (!code) code = part(curl, handle, CURLUPART_URL, &result->shown);
  return code;
}

void tidings_fetch_parse_url(const char *base, const char *reference, tidings_fetch_url *result) {
  memset(result, 0, sizeof *result);
  const tidings_curl *curl = tidings_curl_library();
  if (!curl) {
    result->end = tidings_fetch_no_library;
    return;
  }
  CURLU *handle = curl->url();
  const CURLUcode code =
      handle ? parse(curl, handle, base, reference, result) : CURLUE_OUT_OF_MEMORY;
  curl->url_cleanup(handle);
  if (code != CURLUE_OK) {
    tidings_fetch_release_url(result);
    fail(curl, code, result);
    return;
  }
  // An IPv6 address comes in brackets.
  const size_t length = strlen(result->host);
  if (length > 1 && result->host[0] == '[' && result->host[length - 1] == ']') {
    memmove(result->host, result->host + 1, length - 2);
    result->host[length - 2] = 0;
  }
  for (char *byte = result->scheme; *byte; ++byte)
    if (*byte >= 'A' && *byte <= 'Z') *byte |= 0x20;
}

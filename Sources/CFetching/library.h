#ifndef TIDINGS_CFETCHING_LIBRARY_H
#define TIDINGS_CFETCHING_LIBRARY_H

// The type checks are macros around functions that are not called by name here.
#define CURL_DISABLE_TYPECHECK
// CURLOPT_PROTOCOLS, since its successor is not in libcurl before 7.85.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

/// The functions of libcurl, by the types of its header.
typedef struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) easy_init;
  __typeof__(&curl_easy_reset) easy_reset;
  __typeof__(&curl_easy_setopt) easy_setopt;
  __typeof__(&curl_easy_perform) easy_perform;
  __typeof__(&curl_easy_getinfo) easy_getinfo;
  __typeof__(&curl_easy_strerror) easy_strerror;
  __typeof__(&curl_easy_cleanup) easy_cleanup;
  __typeof__(&curl_slist_append) slist_append;
  __typeof__(&curl_slist_free_all) slist_free_all;
  __typeof__(&curl_url) url;
  __typeof__(&curl_url_set) url_set;
  __typeof__(&curl_url_get) url_get;
  __typeof__(&curl_url_cleanup) url_cleanup;
  __typeof__(&curl_free) free;
  /// NULL before 7.80.
  const char *(*url_strerror)(CURLUcode);
} tidings_curl;

/// libcurl, opened at the first call; NULL when it cannot be. Safe to call from several threads.
const tidings_curl *tidings_curl_library(void);

#endif

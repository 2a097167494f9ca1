#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

#ifdef __APPLE__
static const char *const names[] = {"/usr/lib/libcurl.4.dylib"};
#else
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif

static tidings_curl library;
static bool is_open = false;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  void *handle = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !handle; ++i)
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  // POSIX lets a function's address be a void *, C does not: hence through memory.
  const struct {
    void *target;
    const char *name;
  } functions[] = {
      {&library.global_init, "curl_global_init"},
      {&library.easy_init, "curl_easy_init"},
      {&library.easy_reset, "curl_easy_reset"},
      {&library.easy_setopt, "curl_easy_setopt"},
      {&library.easy_perform, "curl_easy_perform"},
      {&library.easy_getinfo, "curl_easy_getinfo"},
      {&library.easy_strerror, "curl_easy_strerror"},
      {&library.easy_cleanup, "curl_easy_cleanup"},
      {&library.slist_append, "curl_slist_append"},
      {&library.slist_free_all, "curl_slist_free_all"},
      {&library.url, "curl_url"},
      {&library.url_set, "curl_url_set"},
      {&library.url_get, "curl_url_get"},
      {&library.url_cleanup, "curl_url_cleanup"},
      {&library.free, "curl_free"},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; ++i) {
    void *function = dlsym(handle, functions[i].name);
    if (!function) return;
    *(void **)functions[i].target = function;
  }
  *(void **)&library.url_strerror = dlsym(handle, "curl_url_strerror");
  is_open = library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const tidings_curl *tidings_curl_library(void) {
  pthread_once(&once, open_library);
  return is_open ? &library : NULL;
}

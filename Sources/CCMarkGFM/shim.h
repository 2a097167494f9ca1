#ifndef TIDINGS_CCMARKGFM_SHIM_H
#define TIDINGS_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// From <cmark-gfm/houdini.h>, which includes further internal headers: the decoder of HTML5's
// character references, named and numeric, that cmark-gfm itself uses.
#include <cmark-gfm/buffer.h>
int houdini_unescape_html(cmark_strbuf *out, const uint8_t *source, bufsize_t size);

#endif

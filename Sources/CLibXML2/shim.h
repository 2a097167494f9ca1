#ifndef TIDINGS_CLIBXML2_SHIM_H
#define TIDINGS_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, so <libxml/encoding.h> would include ICU's headers, which clash
// with the ICU module inside Swift's Foundation ("'UErrorCode' has different definitions in
// different modules") and fail every first debug build. The macro only hides the two trailing
// members of xmlCharEncodingHandler, which nothing here uses.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void tidings_xml_free(void *pointer) { xmlFree(pointer); }

#endif

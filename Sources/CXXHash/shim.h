#ifndef TIDINGS_CXXHASH_SHIM_H
#define TIDINGS_CXXHASH_SHIM_H

// XXH3 is part of the library's stable interface since version 0.8.
#include <xxhash.h>

#endif

#ifndef TIDINGS_CMARKDOWNSUPPORT_H
#define TIDINGS_CMARKDOWNSUPPORT_H

#include <stddef.h>

// cmark-gfm asks for a block of memory for each word of a document and gives all of them back one by
// one: with the system's allocator, a seventh of a build's time. Here a document's blocks lie side by
// side in memory of the thread, and go in one step. The functions have the shape that cmark_mem wants.
// A thread renders one document at a time.

/// Zeroed memory for `count` times `size` bytes. Ends the process when there is none, as cmark-gfm's
/// own allocator does.
void *tidings_arena_calloc(size_t count, size_t size);

/// The block with another size; new bytes are not zeroed.
void *tidings_arena_realloc(void *block, size_t size);

/// Nothing: blocks go together.
void tidings_arena_free(void *block);

/// Gives back all blocks of the thread. A megabyte is kept for the next document.
void tidings_arena_reset(void);

// The lock around cmark_parser_finish. Swift's Mutex inherits priority, which costs a trip into the
// kernel whenever two threads meet; they meet often here, and shortly.
void tidings_finish_lock(void);
void tidings_finish_unlock(void);

#endif

#include "CMarkdownSupport.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_CHUNK = 1 << 20, CHUNK = 1 << 18 };

typedef struct Chunk {
  struct Chunk *previous;
  size_t capacity;
  size_t used;
} Chunk;

// In front of each block, for realloc.
typedef union Header {
  size_t size;
  unsigned char padding[ALIGNMENT];
} Header;

static _Thread_local Chunk *current;

static unsigned char *bytes(Chunk *chunk) { return (unsigned char *)chunk + 2 * ALIGNMENT; }

static size_t rounded(size_t size) {
  if (size > SIZE_MAX - 4 * ALIGNMENT) abort();
  return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static Header *allocate(size_t size) {
  size_t needed = rounded(size) + sizeof(Header);
  if (!current || current->capacity - current->used < needed) {
    size_t capacity = current ? CHUNK : FIRST_CHUNK;
    if (capacity < needed) capacity = needed;
    Chunk *chunk = malloc(capacity + 2 * ALIGNMENT);
    if (!chunk) abort();
    chunk->previous = current;
    chunk->capacity = capacity;
    chunk->used = 0;
    current = chunk;
  }
  Header *header = (Header *)(bytes(current) + current->used);
  current->used += needed;
  header->size = size;
  return header;
}

void *tidings_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  Header *header = allocate(count * size);
  return memset(header + 1, 0, count * size);
}

void *tidings_arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size) + 1;
  Header *header = (Header *)block - 1;
  if (size <= header->size) return block;
  size_t held = rounded(header->size);
  size_t wanted = rounded(size);
  // The last block grows where it is: buffers of text grow while nothing else is asked for.
  int is_last = (unsigned char *)block + held == bytes(current) + current->used;
  if (is_last && wanted - held <= current->capacity - current->used) {
    current->used += wanted - held;
    header->size = size;
    return block;
  }
  void *copy = allocate(size) + 1;
  return memcpy(copy, block, header->size);
}

void tidings_arena_free(void *block) { (void)block; }

void tidings_arena_reset(void) {
  while (current && current->previous) {
    Chunk *previous = current->previous;
    free(current);
    current = previous;
  }
  if (!current) return;
  // A first block of a huge document may have made a huge first chunk.
  if (current->capacity > FIRST_CHUNK) {
    free(current);
    current = NULL;
  } else {
    current->used = 0;
  }
}

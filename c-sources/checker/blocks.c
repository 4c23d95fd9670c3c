#include "blocks.h"
#include "quarantine.h"
#include "real.h"
#include "shadow.h"

enum { SEAL_LIVE = 0x5eab10c5, SEAL_FREED = 0x0ddb10c5, MIN_ALIGNMENT = 16, ALLOCATOR_ALIGNMENT = 8 };
#define MOST_BYTES 0x40000000u

/* Larger blocks get larger redzones: an index that is off by a row is found as well as one that is off by one. */
static uint32_t redzone_for(uint32_t bytes) {
  uint32_t redzone = 16;
  while (redzone < 2048 && redzone * 16 < bytes) {
    redzone *= 2;
  }
  return redzone;
}

static uint32_t body_of(uint32_t bytes) {
  return (bytes + MIN_ALIGNMENT - 1) & ~(uint32_t)(MIN_ALIGNMENT - 1);
}

enum block_state block_state(uint32_t address) {
  if (address % MIN_ALIGNMENT != 0 || address < heap_start() + sizeof(struct header) || address > memory_end()) {
    return BLOCK_NONE;
  }
  uint32_t start = address - sizeof(struct header);
  if (*shadow_of(start) != SHADOW_HEAP || *shadow_of(start + GRANULE) != SHADOW_HEAP) {
    return BLOCK_NONE;
  }
  uint32_t seal = header_of(address)->seal ^ address;
  return seal == SEAL_LIVE ? BLOCK_LIVE : seal == SEAL_FREED ? BLOCK_FREED : BLOCK_NONE;
}

uint32_t block_make(uint32_t bytes, uint32_t alignment) {
  if (bytes > MOST_BYTES || alignment > MOST_BYTES) {
    return 0;
  }
  if (alignment < MIN_ALIGNMENT) {
    alignment = MIN_ALIGNMENT;
  }
  uint32_t redzone = redzone_for(bytes);
  uint32_t wanted = redzone + body_of(bytes) + redzone + (alignment - ALLOCATOR_ALIGNMENT);
  char *raw = __real_malloc(wanted);
  if (raw == 0) {
    /* What the quarantine holds back is memory too, unless it is to be kept for ever. */
    raw = quarantine_give_up() ? __real_malloc(wanted) : 0;
    if (raw == 0) {
      return 0;
    }
  }
  shadow_follow_memory();
  uint32_t begin = (uint32_t)(uintptr_t)raw;
  uint32_t block = (begin + redzone + alignment - 1) & ~(alignment - 1);
  struct header *header = header_of(block);
  header->seal = SEAL_LIVE ^ block;
  header->bytes = bytes;
  header->left = block - begin;
  header->link = 0;
  /* The rest of what the allocator gave is marked as heap already: all of the heap is, until it is handed out. */
  shadow_allow(block, bytes);
  return block;
}

void block_mark_freed(uint32_t block) {
  struct header *header = header_of(block);
  header->seal = SEAL_FREED ^ block;
  shadow_fill(block, body_of(header->bytes), SHADOW_FREED);
  /* A partial last granule was followed by redzone within the same 16 bytes; that stays redzone. */
  uint32_t granules = (header->bytes + GRANULE - 1) & ~(GRANULE - 1);
  shadow_fill(block + granules, body_of(header->bytes) - granules, SHADOW_HEAP);
}

void block_give_back(uint32_t block) {
  struct header *header = header_of(block);
  shadow_fill(block, body_of(header->bytes), SHADOW_HEAP);
  header->seal = 0;
  __real_free((void *)(uintptr_t)(block - header->left));
}

uint32_t block_footprint(uint32_t block) {
  struct header *header = header_of(block);
  return header->left + body_of(header->bytes) + redzone_for(header->bytes);
}

static bool block_covers(uint32_t block, uint32_t address) {
  return address - (block - header_of(block)->left) < block_footprint(block);
}

/* Whether these 8 shadow bytes are all clear or all freed: 64 bytes of memory without a redzone, hence without a header. */
static bool no_redzone(uint32_t granule) {
  uint64_t shadow = *(uint64_t *)(uintptr_t)granule;
  return shadow == 0 || shadow == SHADOW_FREED * 0x0101010101010101u;
}

uint32_t ffi_block_base(uint32_t address) {
  if (!is_heap(address)) {
    return 0;
  }
  /* The nearest header to the left is the only one whose block can begin at or before the address … */
  for (uint32_t at = address & ~(uint32_t)(MIN_ALIGNMENT - 1); at > heap_start();) {
    if (block_state(at) != BLOCK_NONE) {
      if (block_covers(at, address)) {
        return at;
      }
      break;
    }
    uint32_t granule = (at - 1) / GRANULE;
    if (granule % 8 == 7 && at % 64 == 0 && no_redzone(granule - 7)) {
      at -= 64;
    } else {
      at -= MIN_ALIGNMENT;
    }
  }
  /* … and else the address is in the redzone before a block, which nothing but redzone separates from its start. */
  for (uint32_t at = (address | (MIN_ALIGNMENT - 1)) + 1; at <= memory_end(); at += MIN_ALIGNMENT) {
    if (*shadow_of(at - 1) != SHADOW_HEAP) {
      return 0;
    }
    if (block_state(at) != BLOCK_NONE) {
      return block_covers(at, address) ? at : 0;
    }
  }
  return 0;
}

uint32_t ffi_block_size(uint32_t block) {
  return block_state(block) == BLOCK_NONE ? 0 : header_of(block)->bytes;
}

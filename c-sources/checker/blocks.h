/**
 * A block of the heap: redzone, the bytes handed out, redzone. The 16 bytes before the handed-out ones hold its header.
 * They are part of the redzone, so a right program can neither read nor write them, and a header counts only while the
 * shadow says that it lies in a redzone: no data can pass for one.
 */
#ifndef CHECKER_BLOCKS_H
#define CHECKER_BLOCKS_H

#include "abi.h"
#include <stdbool.h>
#include <stdint.h>

struct header {
  uint32_t seal;  /* which state it is in, mixed with its address */
  uint32_t bytes; /* as asked for */
  uint32_t left;  /* bytes between the allocator's own block and the handed-out address */
  /* Of a live block: the number that its fresh bytes were made from (uninit-pattern.h), or 0. Of a freed one: the block that was
     freed after it, or 0. */
  uint32_t link;
};

enum block_state { BLOCK_NONE, BLOCK_LIVE, BLOCK_FREED };

static inline struct header *header_of(uint32_t block) {
  return (struct header *)(uintptr_t)(block - sizeof(struct header));
}

/** What is at exactly this address. */
enum block_state block_state(uint32_t address);

/** Makes a block that may be accessed; 0 when there is no memory. `alignment` is a power of two. */
uint32_t block_make(uint32_t bytes, uint32_t alignment);

/** Marks a live block as freed; its memory stays where it is. */
void block_mark_freed(uint32_t block);

/** Gives a freed block's memory back to the allocator. */
void block_give_back(uint32_t block);

/** What a block takes from the heap, redzones included. */
uint32_t block_footprint(uint32_t block);

#endif

/**
 * The shadow: one byte for each 8 bytes of memory (a granule), at address / 8. 0 means that the whole granule may be
 * accessed, 1 to 7 that only so many of its first bytes may, anything else that none may, and why (`abi.h`).
 */
#ifndef CHECKER_SHADOW_H
#define CHECKER_SHADOW_H

#include "abi.h"
#include <stdbool.h>
#include <stdint.h>

/* The linker's: where the program's own data begins (everything below is shadow), and where its heap does. */
extern char __global_base;
extern char __heap_base;

static inline uint32_t first_data_address(void) {
  return (uint32_t)(uintptr_t)&__global_base;
}

static inline uint32_t heap_start(void) {
  return ((uint32_t)(uintptr_t)&__heap_base + GRANULE - 1) & ~(GRANULE - 1);
}

static inline uint32_t memory_end(void) {
  return (uint32_t)__builtin_wasm_memory_size(0) << 16;
}

static inline void *as_pointer(uint32_t address) {
  return (void *)(uintptr_t)address;
}

static inline uint8_t *shadow_of(uint32_t address) {
  return as_pointer(address / GRANULE);
}

static inline bool is_heap(uint32_t address) {
  return address >= heap_start() && address < memory_end();
}

/* How far the shadow describes memory; 0 before the first use. */
extern uint32_t shadow_known_end;
void shadow_learn_memory(void);

/** Makes sure that everything between the heap's start and the memory's end is known to the shadow. */
static inline void shadow_follow_memory(void) {
  if (memory_end() != shadow_known_end) {
    shadow_learn_memory();
  }
}

/* For 8 granules or more. */
void shadow_fill_many(uint32_t address, uint32_t bytes, uint8_t value);

/** Marks whole granules. `address` and `bytes` are multiples of 8. */
static inline void shadow_fill(uint32_t address, uint32_t bytes, uint8_t value) {
  if (bytes >= 8 * GRANULE) {
    shadow_fill_many(address, bytes, value);
    return;
  }
  uint8_t *shadow = shadow_of(address);
  for (uint32_t granules = bytes / GRANULE; granules > 0; granules--) {
    *shadow++ = value;
  }
}

/** Lets exactly these bytes be accessed. `address` is a multiple of 8. */
static inline void shadow_allow(uint32_t address, uint32_t bytes) {
  shadow_fill(address, bytes & ~(GRANULE - 1), 0);
  if (bytes % GRANULE != 0) {
    *shadow_of(address + bytes) = bytes % GRANULE;
  }
}

uint32_t shadow_accessible_of_many(uint32_t address, uint32_t bytes);

/** How many bytes from `address` on may be accessed, at most `bytes`. */
static inline uint32_t shadow_accessible(uint32_t address, uint32_t bytes) {
  /* So few bytes lie in the granule of the first and in that of the last. */
  if (bytes - 1 <= GRANULE && address < memory_end() - bytes && *shadow_of(address) == 0 &&
      *shadow_of(address + bytes - 1) == 0) {
    return bytes;
  }
  return shadow_accessible_of_many(address, bytes);
}

/**
 * How many bytes precede the first NUL at or after `address`, at most `limit`. Stops at a byte that may not be
 * accessed; `*forbidden` then says so.
 */
uint32_t shadow_string_length(uint32_t address, uint32_t limit, bool *forbidden);

#endif

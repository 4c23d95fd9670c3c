#include "shadow.h"
#include "definedness.h"
#include "own-data.h"
#include "real.h"

/* Granules from which on the engine's own way to fill memory pays, which is a call. */
enum { FILL_FROM = 192 };

OWN_DATA uint32_t shadow_known_end = 0;

void shadow_fill_many(uint32_t address, uint32_t bytes, uint8_t value) {
  uint8_t *shadow = shadow_of(address);
  uint32_t granules = bytes / GRANULE;
  if (granules > FILL_FROM) {
    __builtin_memset(shadow, value, granules);
    return;
  }
  uint64_t word = value * 0x0101010101010101u;
  for (uint32_t done = 0; done + 8 < granules; done += 8) {
    *(uint64_t *)(void *)(shadow + done) = word;
  }
  /* The last ones once more, where a word begins within them. */
  *(uint64_t *)(void *)(shadow + granules - 8) = word;
}

void shadow_learn_memory(void) {
  uint32_t end = memory_end();
  if (shadow_known_end == 0) {
    /* Only the shadow of the shadow is touched here, an eighth of it: the rest stays the host's untouched zeros. */
    shadow_fill(0, SHADOW_NOTHING_END, SHADOW_NOTHING);
    forbid_own_data();
    shadow_known_end = heap_start();
  }
  shadow_fill(shadow_known_end, end - shadow_known_end, SHADOW_HEAP);
  shadow_known_end = end;
}

/* Whether the 32 granules from this one on, 256 bytes, may all be accessed. `granule` is a multiple of 8. */
static inline bool all_clear(uint32_t granule) {
  const uint64_t *shadow = as_pointer(granule);
  return (shadow[0] | shadow[1] | shadow[2] | shadow[3]) == 0;
}

uint32_t shadow_accessible_of_many(uint32_t address, uint32_t bytes) {
  uint32_t limit = memory_end();
  if (bytes == 0 || address >= limit) {
    return 0;
  }
  uint32_t end = bytes > limit - address ? limit : address + bytes;
  uint32_t granule = address / GRANULE;
  uint32_t last = (end - 1) / GRANULE;
  while (granule <= last) {
    if (granule % 8 == 0) {
      while (granule + 31 <= last && all_clear(granule)) {
        granule += 32;
      }
      while (granule + 7 <= last && *(uint64_t *)(uintptr_t)granule == 0) {
        granule += 8;
      }
      if (granule > last) {
        break;
      }
    }
    int8_t shadow = *(int8_t *)(uintptr_t)granule;
    if (shadow != 0) {
      uint32_t start = granule * GRANULE;
      uint32_t allowed_end = shadow > 0 ? start + (uint32_t)shadow : start;
      uint32_t wanted_end = end < start + GRANULE ? end : start + GRANULE;
      if (allowed_end < wanted_end) {
        return allowed_end > address ? allowed_end - address : 0;
      }
    }
    granule++;
  }
  return end - address;
}

static inline bool has_zero_byte(uint64_t word) {
  return ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) != 0;
}

uint32_t shadow_string_length(uint32_t address, uint32_t limit, bool *forbidden) {
  uint32_t end = memory_end();
  uint32_t at = address;
  uint32_t left = limit;
  *forbidden = false;
  while (left > 0) {
    if (at >= end) {
      *forbidden = true;
      return at - address;
    }
    int8_t shadow = *(int8_t *)shadow_of(at);
    uint32_t within = at % GRANULE;
    if (within == 0 && shadow == 0 && left >= GRANULE && !has_zero_byte(*(uint64_t *)(uintptr_t)at)) {
      at += GRANULE;
      left -= GRANULE;
      continue;
    }
    uint32_t allowed = shadow == 0 ? GRANULE : shadow > 0 ? (uint32_t)shadow : 0;
    for (; within < GRANULE && left > 0; within++, at++, left--) {
      if (within >= allowed) {
        *forbidden = true;
        return at - address;
      }
      if (*(char *)(uintptr_t)at == '\0') {
        return at - address;
      }
    }
  }
  return limit;
}

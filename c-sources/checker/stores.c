/** Checks of stores, which say where to store: what may not be written goes to memory that is never read. */
#include "checks.h"
#include "constants.h"
#include "location.h"
#include "shadow.h"

static uint64_t sink[2];

static uint32_t divert(uint32_t address, uint32_t bytes) {
  uint32_t location = take_location();
  return check_write(address, bytes, location) == bytes ? address : (uint32_t)(uintptr_t)sink;
}

#define STORES(size)                                                                                                   \
  uint32_t ffi_store##size(uint32_t address) {                                                                         \
    if (address % GRANULE + size <= GRANULE && address < memory_end() && *shadow_of(address) == 0 && !is_constant(address)) {                   \
      ffi_location = 0;                                                                                                \
      return address;                                                                                                  \
    }                                                                                                                  \
    return divert(address, size);                                                                                      \
  }

STORES(1)
STORES(2)
STORES(4)
STORES(8)
STORES(16)

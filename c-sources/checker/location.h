/**
 * The code location of the program, by its number. Checked code stores it just before each call that can end up here:
 *
 * - in `ffi_location` before a call of something that takes it, or through a pointer. Taken once and then cleared, so
 *   that it is not reported for something that happens later;
 * - in `ffi_outer_location` before any other call that leaves the checked code (qsort, printf), until that call
 *   returns: whatever happens in there happens at that line.
 */
#ifndef CHECKER_LOCATION_H
#define CHECKER_LOCATION_H

#include <stdbool.h>
#include <stdint.h>

extern uint32_t ffi_location;
extern uint32_t ffi_outer_location;

#ifdef FFI_FOLLOWS_VALUES
/* Whether the last location taken was that of a call of checked code, and not one from within the C library. */
extern bool ffi_location_is_direct;
#endif

static inline uint32_t take_location(void) {
  uint32_t location = ffi_location;
#ifdef FFI_FOLLOWS_VALUES
  ffi_location_is_direct = location != 0;
#endif
  ffi_location = 0;
  return location != 0 ? location : ffi_outer_location;
}

static inline void forget_location(void) {
  ffi_location = 0;
  ffi_outer_location = 0;
}

#endif

/**
 * Where the program is, by number. Checked code stores it just before each call that can end up here:
 *
 * - in `ffi_site` before a call of something that takes it, or through a pointer. Taken once and then gone, so that it
 *   is not reported for something that happens later;
 * - in `ffi_outer_site` before any other call that leaves the checked code (qsort, printf), until that call returns:
 *   whatever happens in there happens at that line.
 */
#ifndef CHECKER_SITE_H
#define CHECKER_SITE_H

#include <stdbool.h>
#include <stdint.h>

extern uint32_t ffi_site;
extern uint32_t ffi_outer_site;

#ifdef FFI_FOLLOWS_VALUES
/* Whether the last position taken was that of a call of checked code, and not one from within the C library. */
extern bool ffi_site_is_direct;
#endif

static inline uint32_t take_site(void) {
  uint32_t site = ffi_site;
#ifdef FFI_FOLLOWS_VALUES
  ffi_site_is_direct = site != 0;
#endif
  ffi_site = 0;
  return site != 0 ? site : ffi_outer_site;
}

static inline void forget_site(void) {
  ffi_site = 0;
  ffi_outer_site = 0;
}

#endif

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

#include <stdint.h>

extern uint32_t ffi_site;
extern uint32_t ffi_outer_site;

static inline uint32_t take_site(void) {
  uint32_t site = ffi_site;
  ffi_site = 0;
  return site != 0 ? site : ffi_outer_site;
}

static inline void forget_site(void) {
  ffi_site = 0;
  ffi_outer_site = 0;
}

#endif

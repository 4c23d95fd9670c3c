/**
 * Where the program is. Instrumented code stores the number of its position in `ffi_site` before each call that can
 * end up here; the number is taken once and then gone, so that none is reported for something that happens later.
 */
#ifndef CHECKER_SITE_H
#define CHECKER_SITE_H

#include <stdint.h>

extern uint32_t ffi_site;

static inline uint32_t take_site(void) {
  uint32_t site = ffi_site;
  ffi_site = 0;
  return site;
}

#endif

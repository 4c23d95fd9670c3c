#include "site.h"

uint32_t ffi_site = 0;
uint32_t ffi_outer_site = 0;

/**
 * For a host that C has called (a callback): the position C called from, 0 when unknown. Asking forgets it, so that
 * what the host does by itself from here on is not taken for C's doing.
 */
uint32_t ffi_take_site(void) {
  uint32_t site = take_site();
  forget_site();
  return site;
}

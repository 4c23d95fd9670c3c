#include "site.h"

uint32_t ffi_site = 0;

/** For a host that C has called (a callback): the position C called from, once; 0 when unknown. */
uint32_t ffi_take_site(void) {
  return take_site();
}

/** Where the number is, for a host that reads it from memory. */
uint32_t *ffi_site_address(void) {
  return &ffi_site;
}

#include "site.h"
#include "abi.h"

uint32_t ffi_site = 0;
uint32_t ffi_outer_site = 0;

uint32_t ffi_take_site(void) {
  uint32_t site = take_site();
  forget_site();
  return site;
}

#include "location.h"
#include "abi.h"

uint32_t ffi_location = 0;
uint32_t ffi_outer_location = 0;

uint32_t ffi_take_location(void) {
  uint32_t location = take_location();
  forget_location();
  return location;
}

#include "location.h"
#include "abi.h"
#include "own-data.h"

OWN_DATA uint32_t ffi_location = 0;
OWN_DATA uint32_t ffi_outer_location = 0;

uint32_t ffi_take_location(void) {
  uint32_t location = take_location();
  forget_location();
  return location;
}

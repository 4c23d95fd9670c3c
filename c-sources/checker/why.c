/** For the host: what forbids an address. */
#include "abi.h"
#include "shadow.h"

uint32_t ffi_why(uint32_t address) {
  if (address >= memory_end()) {
    return WHY_BEYOND;
  }
  uint8_t shadow = *shadow_of(address);
  if (address < first_data_address()) {
    return WHY_NOTHING;
  }
  if (shadow == 0 || (shadow < GRANULE && address % GRANULE < shadow)) {
    return WHY_ALLOWED;
  }
  if (shadow < GRANULE) {
    /* The rest of a granule belongs to whatever follows it. */
    shadow = address / GRANULE + 1 < memory_end() / GRANULE ? shadow_of(address)[1] : SHADOW_HEAP;
  }
  switch (shadow) {
  case SHADOW_FREED:
    return WHY_FREED;
  case SHADOW_GLOBAL:
    return WHY_GLOBAL;
  case SHADOW_STACK_LEFT:
  case SHADOW_STACK_MIDDLE:
  case SHADOW_STACK_RIGHT:
  case SHADOW_LEFT_OF_ARRAY:
  case SHADOW_RIGHT_OF_ARRAY:
    return WHY_STACK;
  case SHADOW_AFTER_RETURN:
    return WHY_AFTER_RETURN;
  case SHADOW_AFTER_SCOPE:
    return WHY_AFTER_SCOPE;
  default:
    return is_heap(address) ? WHY_HEAP : WHY_GLOBAL;
  }
}

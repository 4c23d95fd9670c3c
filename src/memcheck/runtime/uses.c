/** Values that a program computes with, compares or follows, right after it has read them. */
#include "hooks.h"
#include "site.h"

/* Beside the checker's own kinds. */
enum { FAULT_UNINITIALISED = 16 };

uint32_t ffi_uninitialised(uint32_t address, uint32_t bytes);

void ffi_check_used(uint32_t address, uint32_t bytes) {
  uint32_t site = take_site();
  /* Most values can be told from what the checker fills fresh memory with by one byte. */
  uint8_t high = *(const uint8_t *)(uintptr_t)(address + 3);
  if (high < 0x80 || high >= 0xf0) {
    return;
  }
  uint32_t unwritten = ffi_uninitialised(address, bytes);
  if (unwritten != 0) {
    ffi_hook_fault(FAULT_UNINITIALISED, unwritten, bytes, site);
  }
}

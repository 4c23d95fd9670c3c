/** Allocations that fail because the host wants to see what the program does then. */
#include "failures.h"
#include "abi.h"
#include "own-data.h"

OWN_DATA static uint32_t due_in = FAIL_NONE;

bool failure_is_due(void) {
  if (due_in == FAIL_NONE || due_in == FAIL_EVERY) {
    return due_in == FAIL_EVERY;
  }
  due_in--;
  if (due_in > 0) {
    return false;
  }
  due_in = FAIL_NONE;
  return true;
}

uint32_t ffi_fail_malloc(uint32_t which) {
  uint32_t before = due_in;
  due_in = which;
  return before;
}

/** Allocations that fail because the host wants to see what the program does then. */
#include "failures.h"
#include <stdint.h>

enum { EVERY = 0 };
#define NONE UINT32_MAX

static uint32_t due_in = NONE;

bool failure_is_due(void) {
  if (due_in == NONE || due_in == EVERY) {
    return due_in == EVERY;
  }
  due_in--;
  if (due_in > 0) {
    return false;
  }
  due_in = NONE;
  return true;
}

/**
 * 0: every allocation of the program fails from now on. n: the nth from now, and no other. 0xffffffff: none.
 * Returns what was set before, with what has been counted taken off: a host that allocates for itself meanwhile can put
 * it back.
 */
uint32_t ffi_fail_malloc(uint32_t which) {
  uint32_t before = due_in;
  due_in = which;
  return before;
}

/**
 * Stack frames: instrumented functions mark and unmark their own frames inline; the rest of what they call is here.
 */
#include "abi.h"
#include "fake-frames.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

extern char __data_end;

enum { ALLOCA_REDZONE = 32 };

/* Read by modules that were not told to keep their frames away from the stack always. */
int __asan_option_detect_stack_use_after_return = 1;

#define SETS_SHADOW_TO(value)                                                                                          \
  void __asan_set_shadow_##value(uint8_t *shadow, uint32_t bytes) { __real_memset(shadow, 0x##value, bytes); }

SETS_SHADOW_TO(00)
SETS_SHADOW_TO(f1)
SETS_SHADOW_TO(f2)
SETS_SHADOW_TO(f3)
SETS_SHADOW_TO(f5)
SETS_SHADOW_TO(f8)

void __asan_poison_stack_memory(uint32_t address, uint32_t bytes) {
  shadow_fill(address, (bytes + GRANULE - 1) & ~(GRANULE - 1), SHADOW_AFTER_SCOPE);
}
void __asan_unpoison_stack_memory(uint32_t address, uint32_t bytes) {
  shadow_allow(address, bytes);
}

/* A variable-length array, with room for both redzones around it. */
void __asan_alloca_poison(uint32_t address, uint32_t bytes) {
  uint32_t whole = (bytes + ALLOCA_REDZONE - 1) & ~(uint32_t)(ALLOCA_REDZONE - 1);
  shadow_fill(address - ALLOCA_REDZONE, ALLOCA_REDZONE, SHADOW_LEFT_OF_ARRAY);
  shadow_fill(address, whole + ALLOCA_REDZONE, SHADOW_RIGHT_OF_ARRAY);
  shadow_allow(address, bytes);
}
void __asan_allocas_unpoison(uint32_t top, uint32_t bottom) {
  if (top != 0 && top <= bottom) {
    shadow_fill(top, (bottom - top) & ~(GRANULE - 1), 0);
  }
}

static void forget_frames_below(uint32_t stack_pointer) {
  uint32_t low = ((uint32_t)(uintptr_t)&__data_end + GRANULE - 1) & ~(GRANULE - 1);
  uint32_t high = stack_pointer & ~(GRANULE - 1);
  if (low < high && high <= (uint32_t)(uintptr_t)&__heap_base) {
    shadow_fill(low, high - low, 0);
  }
}

void ffi_forget_frames(uint32_t stack_pointer) {
  forget_frames_below(stack_pointer);
  fake_frames_forget_below(stack_pointer);
  forget_location();
}

/* Called before a function that does not return: everything below the caller's frame is over. */
void __asan_handle_no_return(void) {
  forget_frames_below((uint32_t)(uintptr_t)__builtin_frame_address(0));
  fake_frames_some_are_over();
}

/**
 * Called by checked functions before they take more of the stack than is left, all but a reserve for the C library's own
 * frames. Never returns: below the stack are the program's globals.
 */
_Noreturn void ffi_stack_exhausted(uint32_t stack_pointer) {
  fault(FAULT_STACK_EXHAUSTED, stack_pointer, 0, take_location());
  __builtin_trap();
}

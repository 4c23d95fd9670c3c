/** What a C program that runs by itself needs beside the checker. Compiled and linked like the checker, without checks. */
#include "hooks.h"
#include "scanf.c"

/* Where writes go that may not happen. */
uint64_t ffi_sink[2];

extern uint32_t ffi_site;

/* A function of the program found no room for its frame. The checker's own, where it has one, comes first. */
__attribute__((weak)) void ffi_stack_exhausted(uint32_t stack_pointer) {
  uint32_t site = ffi_site;
  ffi_site = 0;
  ffi_hook_fault(7, stack_pointer, 0, site);
  __builtin_trap();
}

/* Functions of Emscripten's C library that the checker stands in front of, and that this one does not have. */
__attribute__((weak)) int vsniprintf(void) {
  __builtin_trap();
}
__attribute__((weak)) int __small_vsnprintf(void) {
  __builtin_trap();
}

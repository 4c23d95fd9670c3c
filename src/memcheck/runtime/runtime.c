/** What a C program that runs by itself needs beside the checker. Compiled and linked like the checker, without checks. */
#include "scanf.c"
#include "uses.c"

/* Where writes go that may not happen. */
uint64_t ffi_sink[2];

/* Functions of Emscripten's C library that the checker stands in front of, and that this one does not have. */
__attribute__((weak)) int vsniprintf(void) {
  __builtin_trap();
}
__attribute__((weak)) int __small_vsnprintf(void) {
  __builtin_trap();
}

/** What a C program that runs by itself needs beside the checker. Compiled and linked like the checker, without checks. */
#include "accesses.c"
#include "more-functions.c"
#include "own-memory.c"
#include "scanf.c"
#include "stores.c"
#include "values.c"
#include "working-folder.c"

/* Functions of Emscripten's C library that the checker stands in front of, and that this one does not have. */
__attribute__((weak)) int vsniprintf(void) {
  __builtin_trap();
}
__attribute__((weak)) int __small_vsnprintf(void) {
  __builtin_trap();
}

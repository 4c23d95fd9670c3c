/**
 * What a program that runs by itself (memcheck's) is linked with beside `checker.c`, as one translation unit. Compile it
 * like that one, with FFI_FOLLOWS_VALUES defined.
 *
 * The files of interceptors/ and posix/ that no unit includes are compiled one by one: each is linked into a program
 * that calls something of it.
 */
#include "accesses.c"
#include "case-comparison.c"
#include "definedness.c"
#include "open-streams.c"
#include "own-memory.c"
#include "scanf.c"
#include "stores.c"
#include "wide-printing.c"
#include "working-folder.c"

/* Functions of Emscripten's C library that the checker stands in front of, and that WASI's does not have. */
__attribute__((weak)) int vsniprintf(void) {
  __builtin_trap();
}
__attribute__((weak)) int __small_vsnprintf(void) {
  __builtin_trap();
}

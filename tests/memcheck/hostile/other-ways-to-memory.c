#include <stddef.h>
#include <stdlib.h>
typedef volatile char __attribute__((address_space(3))) elsewhere;
__attribute__((constructor(101))) static void early(void) {}
__attribute__((no_sanitize("address"))) static char bare[4];
__attribute__((import_module("wasi_snapshot_preview1"), import_name("random_get"))) int fill(void *p, size_t n);
__attribute__((export_name("callMe"))) int other(void) { return 1; } // other has a name outside the program
int main(void) {
  char *p = malloc(8);
  __asm__ volatile("" ::: "memory");
  ((elsewhere *)(size_t)p)[8] = 1;               // main uses another address space
  __asm__("i32.const 0\n\tdrop");                // main has assembly in it
  size_t pages = __builtin_wasm_memory_grow(0, 1); // main uses an instruction of WebAssembly's for memory
  bare[0] = (char)pages; // An attribute keeps the checks away from bare
  fill(p, 16); // fill comes from outside the program
  free(p);
  return 0;
}

#include <stddef.h>
#include <stdlib.h>
static char heap[4096];
void *mine(size_t n) __asm__("calloc");
void *mine(size_t n) { return heap + n % 64; } // The program has its own calloc
void allow(const void *p, size_t n) __asm__("__asan_unpoison_stack_memory");
int main(void) {
  char *p = malloc(8);
  allow(p + 8, 8); // __asan_unpoison_stack_memory belongs to the checker
  p[8] = 1;
  free(p);
  return 0;
}

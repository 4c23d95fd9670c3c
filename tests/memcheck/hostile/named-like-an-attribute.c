#include <stdlib.h>
#define BARE __attribute__((no_sanitize("address", "memory")))
BARE static void sanitize_address(volatile char *p, int sanitize_memory) { // An attribute keeps the checks out of sanitize_address
  p[0] = (char)sanitize_memory;
}
BARE void quoted(volatile char *p) __asm__("sanitize_address sanitize_memory( #0 #1 #2 ");
BARE void quoted(volatile char *p) { p[0] = 1; } // An attribute keeps the checks out of sanitize_address sanitize_memory( #0 #1 #2 
int main(void) {
  char *p = malloc(8);
  free(p);
  sanitize_address(p, 1);
  quoted(p);
  return 0;
}

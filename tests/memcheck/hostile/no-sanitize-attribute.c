#include <stdio.h>
#include <stdlib.h>
#define QUIET __attribute__((no_sanitize("address")))
QUIET static void bad(volatile char *p) { // An attribute keeps the checks out of bad
  p[0] = 1;
}
int main(void) {
  char *p = malloc(8);
  free(p);
  bad(p);
  puts("done");
  return 0;
}

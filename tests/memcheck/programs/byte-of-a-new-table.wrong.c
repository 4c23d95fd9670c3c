// One byte of a table that nobody has set.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  unsigned char *seen = malloc(256);
  if (seen == NULL) return 1;
  seen['a'] = 1;
  puts(seen['b'] ? "seen" : "not seen"); // FFI016
  free(seen);
  return 0;
}

// memcmp of more bytes than one side has.
#include <stdlib.h>
#include <string.h>

int main(void) {
  unsigned char *key = malloc(4);
  if (key == NULL) return 1;
  memset(key, 0, 4);
  unsigned char zeros[8] = {0};
  int same = memcmp(key, zeros, 4) == 0;
  free(key);
  return same ? 0 : 0;
}

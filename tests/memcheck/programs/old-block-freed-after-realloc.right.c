// realloc has released the old block.
#include <stdlib.h>

int main(void) {
  char *small = malloc(8);
  if (small == NULL) return 1;
  char *large = realloc(small, 4096);
  if (large == NULL) {
    free(small);
    return 1;
  }
  large[0] = 'x';
  free(large);
  return 0;
}

// sizeof of the wrong thing: the pointer's struct, not the block's.
#include <stdlib.h>
#include <string.h>

struct small {
  int a[2];
};
struct large {
  int a[8];
};

int main(void) {
  struct small *one = malloc(sizeof *one);
  if (one == NULL) return 1;
  memset(one, 0, sizeof(struct large)); // FFI005
  int first = one->a[0];
  free(one);
  return first;
}

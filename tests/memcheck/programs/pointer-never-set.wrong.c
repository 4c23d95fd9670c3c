// A pointer that points nowhere in particular.
#include <stdio.h>

int main(void) {
  int value = 3;
  int *where;
  *where = 4; // FFI016
  printf("%d\n", value);
  return 0;
}

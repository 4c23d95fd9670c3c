// A pointer that points nowhere in particular.
#include <stdio.h>

int main(void) {
  int value = 3;
  int *where = &value;
  *where = 4;
  printf("%d\n", value);
  return 0;
}

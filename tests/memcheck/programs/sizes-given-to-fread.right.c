// fread takes the size of one item and how many there are: not the size of all twice.
// input: 0123456789012345678901234567890123456789
#include <stdio.h>

int main(void) {
  int values[4] = {0};
  size_t read = fread(values, sizeof values[0], 4, stdin);
  printf("%d\n", read == 4);
  return 0;
}

// fread takes the size of one item and how many there are: not the size of all twice.
// input: 0123456789012345678901234567890123456789
#include <stdio.h>

int main(void) {
  int values[4] = {0};
  size_t read = fread(values, sizeof values, 4, stdin); // FFI005
  printf("%d\n", read >= 1);
  return 0;
}

// malloc(0) gives a pointer, and no byte behind it.
#include <stdlib.h>

int main(int argc, char **argv) {
  (void)argv;
  size_t count = argc - 1;
  int *numbers = malloc(count * sizeof *numbers);
  if (numbers == NULL) return 1;
  numbers[0] = 1; // FFI005
  free(numbers);
  return 0;
}

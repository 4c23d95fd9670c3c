// qsort is told of more elements than there are.
#include <stdlib.h>

static int by_value(const void *left, const void *right) {
  return *(const int *)left - *(const int *)right;
}

int main(void) {
  int *values = malloc(4 * sizeof *values);
  if (values == NULL) return 1;
  for (int i = 0; i < 4; i++) values[i] = 4 - i;
  qsort(values, 5, sizeof *values, by_value); // FFI005
  free(values);
  return 0;
}

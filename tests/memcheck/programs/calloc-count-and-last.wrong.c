// The last of n items is not item n.
#include <stdlib.h>

int main(void) {
  size_t count = 10;
  double *values = calloc(count, sizeof *values);
  if (values == NULL) return 1;
  values[count] = 1.5; // FFI005
  free(values);
  return 0;
}

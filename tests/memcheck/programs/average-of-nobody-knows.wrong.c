// A table of reals that is summed up before it is filled.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int count = 8;
  double *values = malloc(count * sizeof *values);
  if (values == NULL) return 1;
  for (int i = 1; i < count; i++) values[i] = i;
  double sum = 0;
  for (int i = 0; i < count; i++) {
    sum += values[i]; // FFI016
  }
  if (sum > 27) puts("enough");
  free(values);
  return 0;
}

// A block that was resized to 0 bytes is released already.
#include <stdlib.h>

int main(void) {
  int *values = malloc(4 * sizeof *values);
  if (values == NULL) return 1;
  values[0] = 1;
  int *nothing = realloc(values, 8 * sizeof *values);
  if (nothing == NULL) nothing = values;
  free(nothing);
  return 0;
}

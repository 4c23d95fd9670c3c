// The limit is that of another buffer.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char *label = malloc(8);
  if (label == NULL) return 1;
  snprintf(label, 8, "%s %s", "longer", "than that");
  free(label);
  return 0;
}

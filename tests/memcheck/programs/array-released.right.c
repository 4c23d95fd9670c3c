// Only what malloc returned may be freed.
#include <stdlib.h>

int main(void) {
  int local[4] = {1, 2, 3, 4};
  int *chosen = malloc(sizeof local);
  if (chosen == NULL) return 1;
  chosen[0] = local[1];
  free(chosen);
  return 0;
}

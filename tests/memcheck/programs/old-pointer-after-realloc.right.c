// realloc may move the block; the old pointer then points at nothing.
#include <stdlib.h>

int main(void) {
  int *numbers = malloc(4 * sizeof *numbers);
  if (numbers == NULL) return 1;
  numbers[0] = 7;
  int *larger = realloc(numbers, 4000 * sizeof *numbers);
  if (larger == NULL) return 1;
  int first = larger[0];
  free(larger);
  return first == 7 ? 0 : 1;
}

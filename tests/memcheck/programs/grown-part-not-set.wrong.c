// What realloc adds, nobody has written.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int *numbers = calloc(2, sizeof *numbers);
  if (numbers == NULL) return 1;
  int *grown = realloc(numbers, 4 * sizeof *numbers);
  if (grown == NULL) abort();
  printf("%d\n", grown[0] + grown[3] > 0); // FFI016
  free(grown);
  return 0;
}

// Taking an item out of an array moves those behind it, one fewer than there are.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  int *items = malloc(5 * sizeof *items);
  if (items == NULL) return 1;
  for (int i = 0; i < 5; i++) items[i] = i;
  memmove(&items[0], &items[1], 5 * sizeof *items); // FFI005
  printf("%d\n", items[0]);
  free(items);
  return 0;
}

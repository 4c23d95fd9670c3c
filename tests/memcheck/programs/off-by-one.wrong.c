// A loop that runs once too often over its array.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int count = 10;
  int *squares = malloc(count * sizeof *squares);
  if (squares == NULL) return 1;
  for (int i = 0; i <= count; i++) {
    squares[i] = i * i; // FFI005
  }
  printf("%d\n", squares[3]);
  free(squares);
  return 0;
}

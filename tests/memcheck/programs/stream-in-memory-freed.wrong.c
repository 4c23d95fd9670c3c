// A stream over an array is closed with fclose; the array stays the program's.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char text[] = "12 apples";
  FILE *file = fmemopen(text, sizeof text, "r");
  if (file == NULL) return 0;
  int apples = 0;
  if (fscanf(file, "%d", &apples) == 1) printf("%d\n", apples);
  free(file); // FFI007
  return 0;
}

// A search that finds nothing says -1.
#include <stdio.h>

static int find(const int *values, int count, int wanted) {
  for (int i = 0; i < count; i++) {
    if (values[i] == wanted) return i;
  }
  return -1;
}

int main(void) {
  int values[3] = {4, 5, 6};
  int marks[3] = {0, 0, 0};
  int at = find(values, 3, 9);
  marks[at] = 1; // FFI005
  printf("%d\n", marks[0]);
  return 0;
}

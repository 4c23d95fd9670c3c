// alloca gives what it was asked for.
#include <alloca.h>
#include <stdio.h>

static int last(int count) {
  int *values = alloca((size_t)count * sizeof *values);
  for (int i = 0; i < count; i++) {
    values[i] = i;
  }
  return values[count - 1];
}

int main(void) {
  printf("%d\n", last(5));
  return 0;
}

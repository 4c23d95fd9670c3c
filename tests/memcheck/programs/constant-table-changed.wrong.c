// The cast takes the const away from the pointer, not from the table.
#include <stdio.h>

static const int primes[] = {2, 3, 5, 7};

static void add_to_each(int *numbers, int count, int added) {
  for (int i = 0; i < count; i++) {
    numbers[i] += added; // FFI005
  }
}

int main(void) {
  add_to_each((int *)primes, 4, 1);
  printf("%d\n", primes[0]);
  return 0;
}

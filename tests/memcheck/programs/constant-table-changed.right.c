// The table may be changed, and is.
#include <stdio.h>

static int primes[] = {2, 3, 5, 7};

static void add_to_each(int *numbers, int count, int added) {
  for (int i = 0; i < count; i++) {
    numbers[i] += added;
  }
}

int main(void) {
  add_to_each(primes, 4, 1);
  printf("%d\n", primes[0]);
  return 0;
}

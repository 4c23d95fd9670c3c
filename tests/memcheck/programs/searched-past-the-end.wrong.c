// bsearch is told of more items than there are.
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *left, const void *right) {
  return *(const int *)left - *(const int *)right;
}

int main(void) {
  int *primes = malloc(4 * sizeof *primes);
  if (primes == NULL) return 1;
  primes[0] = 2, primes[1] = 3, primes[2] = 5, primes[3] = 7;
  int key = 11;
  int *found = bsearch(&key, primes, 8, sizeof *primes, compare); // FFI005
  puts(found == NULL ? "no prime" : "a prime");
  free(primes);
  return 0;
}

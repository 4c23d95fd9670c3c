#include "primes.h"
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

/* For 5 and more. Every prime from there on is one less or one more than a multiple of 6, and so is every divisor that
   counts. Unsigned numbers of 32 bits hold the square of the last divisor that is tried. */
static bool is_prime(uint32_t number) {
  if (number % 2 == 0 || number % 3 == 0) {
    return false;
  }
  for (uint32_t divisor = 5; divisor * divisor <= number; divisor += 6) {
    if (number % divisor == 0 || number % (divisor + 2) == 0) {
      return false;
    }
  }
  return true;
}

int next_prime(int from) {
  if (from < 0 || from == INT_MAX) {
    return -1;
  }
  if (from < 3) {
    return from < 2 ? 2 : 3;
  }
  /* INT_MAX is a prime, so this ends before there is no `int` left. */
  uint32_t candidate = (uint32_t)from + 1;
  while (!is_prime(candidate)) {
    candidate++;
  }
  return (int)candidate;
}

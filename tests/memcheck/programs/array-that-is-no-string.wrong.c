// An array of characters without a NUL is no string.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *vowels = malloc(5);
  if (vowels == NULL) return 1;
  memcpy(vowels, "aeiou", 5);
  printf("%s\n", vowels); // FFI010
  free(vowels);
  return 0;
}

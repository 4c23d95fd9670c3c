// An array of characters without a NUL is no string.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *vowels = malloc(6);
  if (vowels == NULL) return 1;
  memcpy(vowels, "aeiou", 6);
  printf("%s\n", vowels);
  free(vowels);
  return 0;
}

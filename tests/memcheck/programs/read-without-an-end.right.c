// fread reads bytes, and bytes have no end.
// input: eightlet
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *word = calloc(9, 1);
  if (word == NULL) return 1;
  if (fread(word, 1, 8, stdin) != 8) abort();
  printf("%zu\n", strlen(word));
  free(word);
  return 0;
}

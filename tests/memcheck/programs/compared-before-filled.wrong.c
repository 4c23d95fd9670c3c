// A new block holds no text.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *answer = malloc(16);
  if (answer == NULL) return 1;
  puts(strcmp(answer, "yes") == 0 ? "yes" : "no"); // FFI016
  free(answer);
  return 0;
}

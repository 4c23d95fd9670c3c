// A new block holds no text.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *answer = calloc(16, 1);
  if (answer == NULL) return 1;
  puts(strcmp(answer, "yes") == 0 ? "yes" : "no");
  free(answer);
  return 0;
}

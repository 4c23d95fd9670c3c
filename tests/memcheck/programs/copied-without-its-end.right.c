// memcpy copies no NUL that it was not told of.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *from = "hello";
  char *copy = malloc(strlen(from) + 1);
  if (copy == NULL) return 1;
  memcpy(copy, from, strlen(from) + 1);
  printf("%zu\n", strlen(copy));
  free(copy);
  return 0;
}

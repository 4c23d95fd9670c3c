// memcpy copies no NUL that it was not told of.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *from = "hello";
  char *copy = malloc(strlen(from));
  if (copy == NULL) return 1;
  memcpy(copy, from, strlen(from));
  printf("%zu\n", strlen(copy)); // FFI010
  free(copy);
  return 0;
}

// strlen does not count the NUL that strcpy writes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *text) {
  char *result = malloc(strlen(text) + 1);
  if (result == NULL) exit(1);
  strcpy(result, text);
  return result;
}

int main(void) {
  char *greeting = copy("hello");
  putchar(greeting[0]);
  free(greeting);
  return 0;
}

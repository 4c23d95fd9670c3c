// A table of names ends with NULL, and is walked by a count that includes it.
#include <stdio.h>
#include <string.h>

int main(void) {
  const char *names[] = {"one", "two", NULL};
  int found = 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(names[i], "three") == 0) found = 1; // FFI001
  }
  printf("%d\n", found);
  return 0;
}

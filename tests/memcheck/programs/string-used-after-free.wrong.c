// The text is printed after it is gone.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = strndup("Ada Lovelace", 3);
  if (name == NULL) return 1;
  free(name);
  printf("%s\n", name); // FFI004
  return 0;
}

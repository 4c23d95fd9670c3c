// A string literal is part of the program, not of the heap.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = strdup("nobody");
  free(name);
  return 0;
}

// One of two pointers to a block is used after the other was freed.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = malloc(16);
  if (name == NULL) return 1;
  strcpy(name, "Grace");
  char *alias = name;
  free(name);
  size_t length = strlen(alias); // FFI004
  return length == 1;
}

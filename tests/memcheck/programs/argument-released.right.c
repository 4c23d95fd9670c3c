// A program's arguments are not its own to release.
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  char *name = argc > 0 ? strdup(argv[0]) : NULL;
  free(name);
  return 0;
}

// Each turn forgets the block of the turn before.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *line = NULL;
  for (int i = 0; i < 5; i++) {
    free(line);
    line = malloc(64);
    if (line == NULL) return 1;
    memset(line, ' ', 64);
  }
  free(line);
  return 0;
}

// Two places of a table hold the same block.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *words[3];
  words[0] = strdup("one");
  words[1] = strdup("two");
  words[2] = words[0];
  for (int i = 0; i < 3; i++) {
    free(words[i]); // FFI003
  }
  free(NULL);
  return 0;
}

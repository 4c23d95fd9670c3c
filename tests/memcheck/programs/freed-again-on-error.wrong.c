// One way out for all errors, and a block that is already gone there.
#include <stdio.h>
#include <stdlib.h>

static int load(int broken) {
  char *header = malloc(16);
  char *data = malloc(64);
  int result = -1;
  if (header == NULL || data == NULL) goto out;
  if (broken) {
    free(header);
    goto out;
  }
  result = 0;
out:
  free(data);
  free(header); // FFI003
  return result;
}

int main(void) {
  printf("%d %d\n", load(0), load(1));
  return 0;
}

// A variable of the environment may not be set.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *value = getenv("NOBODY_SETS_THIS_ONE");
  printf("%zu\n", strlen(value)); // FFI001
  return 0;
}

// getenv returns NULL for a variable that is not set.
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *value = getenv("A_VARIABLE_THAT_NOBODY_SETS");
  return strlen(value) > 0; // FFI001
}

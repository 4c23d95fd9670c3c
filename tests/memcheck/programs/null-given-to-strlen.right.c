// getenv returns NULL for a variable that is not set.
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *value = getenv("A_VARIABLE_THAT_NOBODY_SETS");
  if (value == NULL) return 0;
  return strlen(value) > 0;
}

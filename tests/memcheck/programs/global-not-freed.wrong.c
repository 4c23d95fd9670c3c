// What a global still points at is not lost, and no fault; what it forgets is.
#include <stdlib.h>

static int *cache;

int main(void) {
  cache = malloc(40); // FFI002
  if (cache == NULL) return 1;
  cache = NULL;
  return 0;
}

// What alloca gives goes by itself.
#include <alloca.h>
#include <stdlib.h>
#include <string.h>

static int use(size_t bytes) {
  char *room = alloca(bytes);
  memset(room, 0, bytes);
  free(room); // FFI006
  return 0;
}

int main(void) {
  return use(32);
}

// What alloca gives goes by itself.
#include <alloca.h>
#include <stdlib.h>
#include <string.h>

static int use(size_t bytes) {
  char *room = malloc(bytes);
  if (room == NULL) return 1;
  memset(room, 0, bytes);
  free(room);
  return 0;
}

int main(void) {
  return use(32);
}

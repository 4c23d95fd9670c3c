// A member of a struct is no block of its own.
#include <stdlib.h>

struct point {
  int x;
  int y;
};

int main(void) {
  struct point *point = malloc(sizeof *point);
  if (point == NULL) return 1;
  point->y = 2;
  free(&point->y); // FFI006
  return 0;
}

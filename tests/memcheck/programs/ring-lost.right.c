// Two blocks that point at each other are as lost as one.
#include <stdlib.h>

struct peer {
  struct peer *other;
};

static void meet(void) {
  struct peer *one = malloc(sizeof *one);
  struct peer *two = malloc(sizeof *two);
  if (one == NULL || two == NULL) exit(1);
  one->other = two;
  two->other = one;
  free(one);
  free(two);
}

int main(void) {
  meet();
  return 0;
}

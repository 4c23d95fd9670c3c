// The size is that of another struct.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct small {
  int id;
};

struct large {
  int id;
  char name[28];
};

int main(void) {
  struct large large = {1, "one"};
  struct small *small = malloc(sizeof *small);
  if (small == NULL) return 1;
  memcpy(small, &large, sizeof *small);
  printf("%d\n", small->id);
  free(small);
  return 0;
}

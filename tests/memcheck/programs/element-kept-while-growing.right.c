// A pointer to an element of an array that grows.
#include <stdlib.h>

struct vector {
  int *items;
  size_t count, room;
};

static void push(struct vector *vector, int item) {
  if (vector->count == vector->room) {
    vector->room = vector->room * 2 + 1;
    vector->items = realloc(vector->items, vector->room * sizeof(int));
    if (vector->items == NULL) exit(1);
  }
  vector->items[vector->count++] = item;
}

int main(void) {
  struct vector vector = {NULL, 0, 0};
  push(&vector, 1);
  int *first = &vector.items[0];
  for (int i = 0; i < 100; i++) push(&vector, i);
  first = &vector.items[0];
  *first = 5;
  free(vector.items);
  return 0;
}

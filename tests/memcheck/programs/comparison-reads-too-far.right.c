// The comparison believes that items are larger than they are.
#include <stdio.h>
#include <stdlib.h>

struct pair {
  short key;
  short value;
};

static int by_key(const void *left, const void *right) {
  const struct pair *one = left;
  const struct pair *other = right;
  return one->key - other->key;
}

int main(void) {
  struct pair *pairs = malloc(3 * sizeof *pairs);
  if (pairs == NULL) return 1;
  for (int i = 0; i < 3; i++) pairs[i] = (struct pair){(short)(3 - i), (short)i};
  qsort(pairs, 3, sizeof *pairs, by_key);
  printf("%d\n", pairs[0].key);
  free(pairs);
  return 0;
}

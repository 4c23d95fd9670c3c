// A count from outside times the size of an item does not fit: what is allocated is small.
#include <stdio.h>
#include <stdlib.h>

static int *make_table(unsigned count) {
  if (count > 1000) return NULL;
  unsigned bytes = count * (unsigned)sizeof(int);
  int *table = malloc(bytes);
  if (table == NULL) return NULL;
  for (unsigned i = 0; i < 100; i++) {
    table[i] = 0;
  }
  return table;
}

int main(void) {
  int *table = make_table(1073741828);
  printf("%s\n", table == NULL ? "refused" : "made");
  free(table);
  return 0;
}

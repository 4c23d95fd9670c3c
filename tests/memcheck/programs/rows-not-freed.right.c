// The table is freed, its rows are not.
#include <stdlib.h>

int main(void) {
  char **rows = malloc(3 * sizeof *rows);
  if (rows == NULL) return 1;
  for (int i = 0; i < 3; i++) rows[i] = malloc(10);
  for (int i = 0; i < 3; i++) free(rows[i]);
  free(rows);
  return 0;
}

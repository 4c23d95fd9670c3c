// A grid of 3 rows and 5 columns, walked as 5 by 3.
#include <stdlib.h>

enum { ROWS = 3, COLUMNS = 5 };

int main(void) {
  int **grid = malloc(ROWS * sizeof *grid);
  if (grid == NULL) return 1;
  for (int row = 0; row < ROWS; row++) {
    grid[row] = calloc(COLUMNS, sizeof **grid);
    if (grid[row] == NULL) return 1;
  }
  int sum = 0;
  for (int row = 0; row < COLUMNS; row++) {
    int *line = grid[row]; // FFI005
    if (row >= ROWS) break;
    sum += line[0];
  }
  for (int row = 0; row < ROWS; row++) free(grid[row]);
  free(grid);
  return sum;
}

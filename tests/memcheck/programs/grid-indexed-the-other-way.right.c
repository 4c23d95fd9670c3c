// A grid in one block: width and height have changed places.
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 8, HEIGHT = 3 };

int main(void) {
  int *grid = calloc(WIDTH * HEIGHT, sizeof *grid);
  if (grid == NULL) return 1;
  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < WIDTH; x++) {
      grid[y * WIDTH + x] = x;
    }
  }
  printf("%d\n", grid[5]);
  free(grid);
  return 0;
}

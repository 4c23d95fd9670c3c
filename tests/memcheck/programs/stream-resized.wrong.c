// What fopen gives is a stream, however many bytes it has: nobody but the library makes it larger.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("resized.txt", "w");
  if (file == NULL) return 0;
  FILE *larger = realloc(file, 4096); // FFI007
  free(larger);
  return 0;
}

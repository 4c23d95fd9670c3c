// fopen's stream is closed with fclose.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("stream.txt", "w");
  if (file == NULL) return 1;
  free(file); // FFI007
  return 0;
}

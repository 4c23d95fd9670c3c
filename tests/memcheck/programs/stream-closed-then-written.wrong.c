// A stream that is closed is no stream.
#include <stdio.h>

int main(void) {
  FILE *file = fopen("stream.txt", "w");
  if (file == NULL) return 1;
  fputs("first", file);
  fclose(file);
  fputs("second", file); // FFI004
  return 0;
}

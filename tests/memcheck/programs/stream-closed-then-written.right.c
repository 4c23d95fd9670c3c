// A stream that is closed is no stream.
#include <stdio.h>

int main(void) {
  FILE *file = fopen("stream.txt", "w");
  if (file == NULL) return 1;
  fputs("first", file);
  fputs("second", file);
  fclose(file);
  return 0;
}

// A stream that is closed is no stream.
#include <stdio.h>

int main(void) {
  FILE *file = tmpfile();
  if (file == NULL) file = fopen("/dev/null", "w");
  if (file == NULL) return 0;
  fputs("first", file);
  fputs("second", file);
  fclose(file);
  return 0;
}

// A file that could not be opened is read.
#include <stdio.h>

int main(void) {
  char line[32];
  FILE *file = fopen("no-such-folder/no-such-file", "r");
  if (fgets(line, sizeof line, file) != NULL) puts(line); // FFI001
  fclose(file);
  return 0;
}

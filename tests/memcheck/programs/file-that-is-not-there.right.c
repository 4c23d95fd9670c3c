// A file that could not be opened is read.
#include <stdio.h>

int main(void) {
  char line[32];
  FILE *file = fopen("no-such-folder/no-such-file", "r");
  if (file == NULL) return 0;
  if (fgets(line, sizeof line, file) != NULL) puts(line);
  fclose(file);
  return 0;
}

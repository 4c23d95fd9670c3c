// A file that is closed twice.
#include <stdio.h>

int main(void) {
  FILE *file = fopen("closed-twice.txt", "w");
  if (file == NULL) return 0;
  fputs("text", file);
  fclose(file);
  remove("closed-twice.txt");
  return 0;
}

// A stream's buffer is made larger by setvbuf, before anything is written.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("resized.txt", "w");
  if (file == NULL) return 0;
  setvbuf(file, NULL, _IOFBF, 4096);
  return fclose(file);
}

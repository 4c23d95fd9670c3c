// fopen's stream is closed with fclose.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("stream.txt", "w");
  if (file == NULL) return 1;
  fclose(file);
  return 0;
}

// fopen's stream is closed with fclose.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("/dev/null", "r");
  if (file == NULL) return 0;
  fclose(file);
  return 0;
}

// fopen's stream is closed with fclose.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *file = fopen("/dev/null", "r");
  if (file == NULL) return 0;
  free(file); // FFI007
  return 0;
}

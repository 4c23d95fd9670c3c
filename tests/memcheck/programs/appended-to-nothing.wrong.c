// strcat looks for the end of a text that was never begun.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *text = malloc(32);
  if (text == NULL) return 1;
  strcat(text, "hello"); // FFI016
  free(text);
  return 0;
}

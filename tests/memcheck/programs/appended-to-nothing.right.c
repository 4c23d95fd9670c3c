// strcat looks for the end of a text that was never begun.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *text = malloc(32);
  if (text == NULL) return 1;
  text[0] = '\0';
  strcat(text, "hello");
  puts(text);
  free(text);
  return 0;
}

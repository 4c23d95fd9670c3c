// A search from the end that does not stop at the beginning.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *text = malloc(8);
  if (text == NULL) return 1;
  strcpy(text, "     ");
  int last = (int)strlen(text) - 1;
  while (text[last] == ' ') last--; // FFI005
  free(text);
  return 0;
}

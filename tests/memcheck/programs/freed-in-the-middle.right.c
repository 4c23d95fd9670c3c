// The pointer was moved on; free wants the one malloc returned.
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *text = malloc(16);
  if (text == NULL) return 1;
  strcpy(text, "  trimmed");
  char *start = text;
  while (*start == ' ') start++;
  free(text);
  return 0;
}

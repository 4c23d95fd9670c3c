// strncpy writes no NUL when the text fills the array.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *code = malloc(4);
  if (code == NULL) return 1;
  strncpy(code, "ABCDEF", 3);
  code[3] = '\0';
  size_t length = strlen(code);
  free(code);
  return length > 100;
}

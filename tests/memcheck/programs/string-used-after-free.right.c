// The text is printed after it is gone.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = strndup("Ada Lovelace", 3);
  if (name == NULL) return 1;
  printf("%s\n", name);
  free(name);
  return 0;
}

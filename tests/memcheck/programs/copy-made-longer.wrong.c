// strdup allocates what the text needs, and no more.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = strdup("report");
  if (name == NULL) return 1;
  strcat(name, ".txt"); // FFI005
  free(name);
  return 0;
}

// strdup allocates what the text needs, and no more.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = malloc(strlen("report") + strlen(".txt") + 1);
  if (name == NULL) return 1;
  strcpy(name, "report");
  strcat(name, ".txt");
  puts(name);
  free(name);
  return 0;
}

// getline allocates, and its caller frees.
// input: one line
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static long line_length(void) {
  char *line = NULL;
  size_t room = 0;
  long length = getline(&line, &room, stdin);
  free(line);
  return length;
}

int main(void) {
  return line_length() > 0 ? 0 : 1;
}

// fgets is told of more room than there is.
// input: a line that is longer than the array
#include <stdio.h>

int main(void) {
  char line[16];
  if (fgets(line, sizeof line, stdin) == NULL) return 1;
  return line[0] == 'a' ? 0 : 1;
}

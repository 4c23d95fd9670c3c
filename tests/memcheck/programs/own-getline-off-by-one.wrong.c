// A line of exactly the limit: the NUL needs room too.
// input: abcdefgh
#include <stdio.h>

static int read_line(char line[], int limit) {
  int c = 0;
  int i = 0;
  while (i < limit && (c = getchar()) != EOF && c != '\n') line[i++] = (char)c;
  line[i] = '\0'; // FFI005
  return i;
}

int main(void) {
  char line[8];
  printf("%d characters\n", read_line(line, sizeof line));
  return 0;
}

// An early return forgets what was allocated before it.
#include <stdio.h>
#include <stdlib.h>

static int read_digit(const char *text) {
  char *copy = malloc(16); // FFI002
  if (copy == NULL) return -1;
  snprintf(copy, 16, "%s", text);
  if (copy[0] < '0' || copy[0] > '9') {
    return -1;
  }
  int digit = copy[0] - '0';
  free(copy);
  return digit;
}

int main(void) {
  return read_digit("7") + read_digit("x") == 6 ? 0 : 1;
}

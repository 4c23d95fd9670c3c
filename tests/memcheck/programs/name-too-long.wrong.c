// The classic: strcpy into an array that is too short.
#include <stdio.h>
#include <string.h>

static int greet(const char *name) {
  char copy[8];
  strcpy(copy, name); // FFI005
  return copy[0];
}

int main(void) {
  return greet("Ada Lovelace") == 'A' ? 0 : 1;
}

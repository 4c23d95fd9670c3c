// The return value points at a literal, and the caller appends to it.
#include <stdio.h>
#include <string.h>

static char *greeting(void) {
  return "hello";
}

int main(void) {
  char *text = greeting();
  strcat(text, ", world"); // FFI005
  puts(text);
  return 0;
}

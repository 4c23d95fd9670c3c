// fread puts no NUL behind what it has read.
// input: hello
#include <stdio.h>

int main(void) {
  char text[32];
  size_t length = fread(text, 1, sizeof text, stdin);
  printf("%zu bytes: %s", length, text); // FFI016
  return 0;
}

// A stream's buffer has to live as long as the stream.
#include <stdio.h>

static void prepare(void) {
  char buffer[512];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
}

int main(void) {
  prepare();
  puts("hello"); // FFI004
  return 0;
}

// A stream's buffer has to live as long as the stream.
#include <stdio.h>

static void prepare(char *buffer, size_t size) {
  setvbuf(stdout, buffer, _IOFBF, size);
}

int main(void) {
  static char buffer[512];
  prepare(buffer, sizeof buffer);
  puts("hello");
  fflush(stdout);
  setvbuf(stdout, NULL, _IONBF, 0);
  return 0;
}

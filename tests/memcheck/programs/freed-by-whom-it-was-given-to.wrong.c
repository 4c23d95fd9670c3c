// Whoever takes a block over releases it; whoever gave it away does not.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void consume(char *text) {
  puts(text);
  free(text);
}

int main(void) {
  char *text = strdup("hello");
  if (text == NULL) return 1;
  consume(text);
  free(text); // FFI003
  return 0;
}

// The text lives in the function that made it.
#include <stdio.h>

static const char *as_text(int number) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  const char *result = text;
  return result;
}

int main(void) {
  const char *text = as_text(42);
  printf("%s\n", text); // FFI004
  return 0;
}

// A pointer to a local array outlives the function.
#include <stdio.h>
#include <string.h>

static char *format(int number, char *where) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  strcpy(where, text);
  char *volatile result = text;
  return result;
}

int main(void) {
  char buffer[16];
  char *text = format(42, buffer);
  return text[0] == '4' ? 0 : 1; // FFI004
}

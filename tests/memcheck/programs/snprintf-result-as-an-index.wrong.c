// snprintf says how long the text would have been.
#include <stdio.h>

int main(void) {
  char text[8];
  int length = snprintf(text, sizeof text, "%s", "longer than that");
  text[length] = '\0'; // FFI005
  puts(text);
  return 0;
}

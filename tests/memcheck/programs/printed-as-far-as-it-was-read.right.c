// input: hello
#include <stdio.h>

int main(void) {
  char text[32];
  size_t length = fread(text, 1, sizeof text - 1, stdin);
  text[length] = '\0';
  printf("%zu bytes: %s", length, text);
  return 0;
}

// memcpy may not copy a range onto itself; memmove may.
#include <string.h>

int main(void) {
  char text[32] = "abcdefgh";
  size_t length = strlen(text) + 1;
  memmove(text + 2, text, length);
  return text[0] == 'a' ? 0 : 1;
}

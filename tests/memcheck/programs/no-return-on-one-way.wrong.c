// The last line calls itself and forgets to return what that has found.
#include <stdio.h>

static int has_digit(const char *text) {
  if (*text == '\0') {
    return 0;
  }
  if (*text >= '0' && *text <= '9') {
    return 1;
  }
  has_digit(text + 1);
} // FFI016

int main(void) {
  puts(has_digit("abc1") ? "a digit" : "no digit");
  return 0;
}

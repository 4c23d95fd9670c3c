// What the call of itself has found is returned.
#include <stdio.h>

static int has_digit(const char *text) {
  if (*text == '\0') {
    return 0;
  }
  if (*text >= '0' && *text <= '9') {
    return 1;
  }
  return has_digit(text + 1);
}

int main(void) {
  puts(has_digit("abc1") ? "a digit" : "no digit");
  return 0;
}

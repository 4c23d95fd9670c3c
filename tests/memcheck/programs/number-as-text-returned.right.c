// The text lives in the function that made it.
#include <stdio.h>

static const char *as_text(int number, char *text, size_t size) {
  snprintf(text, size, "%d", number);
  return text;
}

int main(void) {
  char room[16];
  const char *text = as_text(42, room, sizeof room);
  printf("%s\n", text);
  return 0;
}

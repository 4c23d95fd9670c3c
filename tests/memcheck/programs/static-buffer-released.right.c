// A static variable lives as long as the program.
#include <stdlib.h>
#include <string.h>

static char *answer(void) {
  static char text[8] = "42";
  return text;
}

int main(void) {
  char *text = strdup(answer());
  free(text);
  return 0;
}

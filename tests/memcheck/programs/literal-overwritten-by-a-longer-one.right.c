// The caller has room of its own for both.
#include <stdio.h>
#include <string.h>

static char *greeting(void) {
  return "hello";
}

int main(void) {
  char text[20];
  strcpy(text, greeting());
  strcat(text, ", world");
  puts(text);
  return 0;
}

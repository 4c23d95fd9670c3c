// strncpy writes no NUL when it runs out of room.
#include <stdio.h>
#include <string.h>

int main(void) {
  char title[8];
  strncpy(title, "The Go-Between", sizeof title - 1);
  title[sizeof title - 1] = '\0';
  printf("%s\n", title);
  return 0;
}

// strncpy writes no NUL when it runs out of room.
#include <stdio.h>
#include <string.h>

int main(void) {
  char title[8];
  strncpy(title, "The Go-Between", sizeof title);
  printf("%s\n", title); // FFI010
  return 0;
}

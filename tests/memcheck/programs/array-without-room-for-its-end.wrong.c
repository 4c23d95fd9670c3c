// An array of three characters holds "abc" and no NUL.
#include <stdio.h>
#include <string.h>

int main(void) {
  char code[3] = "abc";
  printf("%d\n", strcmp(code, "abcd") == 0); // FFI010
  return 0;
}

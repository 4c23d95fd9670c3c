// An array of three characters holds "abc" and no NUL.
#include <stdio.h>
#include <string.h>

int main(void) {
  char code[4] = "abc";
  printf("%d\n", strcmp(code, "abcd") == 0);
  return 0;
}

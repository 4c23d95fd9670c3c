// A text is printed that was never read.
#include <stdio.h>

int main(void) {
  char name[16] = "";
  printf("hello %s\n", name);
  return 0;
}

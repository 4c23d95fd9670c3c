// After the last argument stands NULL, and after that nothing.
#include <stdio.h>

int main(int argc, char **argv) {
  int count = 0;
  while (argv[count] != NULL) count++;
  printf("%d\n", count == argc);
  return 0;
}

// After the last argument stands NULL, and after that nothing.
#include <stdio.h>

int main(int argc, char **argv) {
  char *beyond = argv[argc + 1]; // FFI005
  printf("%d\n", beyond == NULL);
  return 0;
}

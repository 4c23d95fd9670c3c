// A temporary file's name has L_tmpnam bytes.
#include <stdio.h>

int main(void) {
  char name[8];
  if (tmpnam(name) != NULL) printf("%c\n", name[0]); // FFI005
  return 0;
}

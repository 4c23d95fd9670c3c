// A temporary file's name has L_tmpnam bytes.
#include <stdio.h>

int main(void) {
  char name[L_tmpnam];
  if (tmpnam(name) != NULL) printf("%c\n", name[0]);
  return 0;
}

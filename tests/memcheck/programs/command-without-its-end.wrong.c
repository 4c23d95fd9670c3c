// A command is a string: it ends with a NUL.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char command[4];
  memcpy(command, "true", 4);
  if (system(NULL)) printf("%d\n", system("true"));
  return system(command) == 0; // FFI010
}

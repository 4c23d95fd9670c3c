// fdopen makes a stream around a descriptor: fclose releases both.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int descriptor = open("descriptor.txt", O_WRONLY | O_CREAT, 0600);
  if (descriptor < 0) return 0;
  FILE *file = fdopen(descriptor, "w");
  if (file == NULL) return 0;
  fputs("text\n", file);
  fclose(file);
  return 0;
}

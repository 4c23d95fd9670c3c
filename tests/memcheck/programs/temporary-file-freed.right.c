// A temporary file is a stream like any other: closed with fclose.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  FILE *notes = tmpfile();
  if (notes == NULL) return 0;
  fputs("a note\n", notes);
  fclose(notes);
  return 0;
}

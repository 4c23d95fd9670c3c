// open_memstream's stream is closed with fclose; its text is released with free.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  if (file == NULL) return 0;
  fputs("text", file);
  fflush(file);
  free(text);
  free(file); // FFI007
  return 0;
}

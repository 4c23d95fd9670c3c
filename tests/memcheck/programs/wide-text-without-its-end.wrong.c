// A wide text needs an end of its own kind.
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

int main(void) {
  wchar_t *text = malloc(4 * sizeof *text);
  if (text == NULL) return 1;
  for (int i = 0; i < 4; i++) text[i] = L'a';
  printf("%zu\n", wcslen(text)); // FFI010
  free(text);
  return 0;
}

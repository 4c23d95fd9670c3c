// wcscat needs room for both texts and the end.
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

int main(void) {
  wchar_t *path = malloc(9 * sizeof *path);
  if (path == NULL) return 1;
  wcscpy(path, L"/home/");
  wcscat(path, L"ada"); // FFI005
  printf("%zu\n", wcslen(path));
  free(path);
  return 0;
}

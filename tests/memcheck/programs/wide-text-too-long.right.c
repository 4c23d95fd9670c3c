// Wide characters: the room was counted in bytes.
#include <stdlib.h>
#include <wchar.h>

int main(void) {
  const wchar_t *source = L"wide";
  wchar_t *copy = malloc((wcslen(source) + 1) * sizeof *copy);
  if (copy == NULL) return 1;
  wcscpy(copy, source);
  free(copy);
  return 0;
}

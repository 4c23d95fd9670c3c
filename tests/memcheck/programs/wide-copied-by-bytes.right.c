// wcsncpy counts characters, sizeof counts bytes, and it fills up what is left.
#include <stdio.h>
#include <wchar.h>

int main(void) {
  wchar_t name[8];
  wcsncpy(name, L"Ada", 8);
  printf("%zu\n", wcslen(name));
  return 0;
}

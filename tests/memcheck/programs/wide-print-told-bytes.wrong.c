// swprintf counts characters, sizeof counts bytes.
#include <stdio.h>
#include <wchar.h>

int main(void) {
  wchar_t text[8];
  swprintf(text, sizeof text, L"%ls", L"a line that is longer"); // FFI005
  printf("%d\n", text[0] == L'a');
  return 0;
}

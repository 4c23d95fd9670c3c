// swprintf counts characters, sizeof counts bytes.
#include <stdio.h>
#include <wchar.h>

int main(void) {
  wchar_t text[8];
  swprintf(text, 8, L"%d", 123456);
  printf("%d\n", text[0] == L'1');
  return 0;
}

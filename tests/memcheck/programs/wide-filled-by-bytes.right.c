// wmemset counts characters, sizeof counts bytes.
#include <stdio.h>
#include <wchar.h>

int main(void) {
  wchar_t line[16];
  wmemset(line, L'-', 16);
  printf("%d\n", line[15] == L'-');
  return 0;
}

// An array has a copy of the literal, which is its own.
#include <ctype.h>
#include <stdio.h>

int main(void) {
  char name[] = "ada lovelace";
  name[0] = (char)toupper(name[0]);
  puts(name);
  return 0;
}

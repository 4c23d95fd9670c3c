// A pointer to a string literal is a pointer to memory that nobody may write.
#include <ctype.h>
#include <stdio.h>

int main(void) {
  char *name = "ada lovelace";
  name[0] = (char)toupper(name[0]); // FFI005
  puts(name);
  return 0;
}

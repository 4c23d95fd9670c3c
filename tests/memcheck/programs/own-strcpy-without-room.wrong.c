// A function with the name of one of C's is the program's all the same: the fault is in its line.
#include <stdio.h>

char *strcpy(char *to, const char *from) {
  char *begin = to;
  while ((*to++ = *from++) != '\0') { // FFI005
  }
  return begin;
}

int main(void) {
  char word[4];
  puts(strcpy(word, "word"));
  return 0;
}

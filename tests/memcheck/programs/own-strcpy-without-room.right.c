// A function with the name of one of C's is the program's: this strlen counts the NUL as well.
#include <stdio.h>
#include <stdlib.h>

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length++] != '\0') {
  }
  return length;
}

char *strcpy(char *to, const char *from) {
  char *begin = to;
  while ((*to++ = *from++) != '\0') {
  }
  return begin;
}

int main(void) {
  char *word = malloc(strlen("word"));
  int counted = strlen("word") == 5;
  puts(strcpy(word, "word"));
  free(word);
  return counted ? 0 : 1;
}

// Functions with the names of two of C's are the program's: one of them counts how often it is called.
#include <stdio.h>
#include <stdlib.h>

static int calls = 0;

size_t strlen(const char *text) {
  calls++;
  size_t length = 0;
  while (text[length] != '\0') {
    length++;
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
  char text[] = "word";
  char *word = malloc(strlen(text) + 1);
  int counted = calls == 1;
  puts(strcpy(word, text));
  free(word);
  return counted ? 0 : 1;
}

// What strdup returns has to be freed.
#include <string.h>
#include <stdlib.h>

static int count_words(const char *text) {
  char *copy = strdup(text); // FFI002
  int count = 0;
  for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) count++;
  return count;
}

int main(void) {
  return count_words("one two three") == 3 ? 0 : 1;
}

// What strdup returns has to be freed.
#include <string.h>
#include <stdlib.h>

static int count_words(const char *text) {
  char *copy = strdup(text);
  int count = 0;
  for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) count++;
  free(copy);
  return count;
}

int main(void) {
  return count_words("one two three") == 3 ? 0 : 1;
}

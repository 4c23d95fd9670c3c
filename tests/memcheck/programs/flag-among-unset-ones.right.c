// Bit-fields share a word: setting one reads the others, and that is no mistake. Asking for one that was never set is.
#include <stdio.h>
#include <stdlib.h>

struct options {
  unsigned verbose : 1;
  unsigned level : 7;
  int limit;
};

int main(void) {
  struct options *options = malloc(sizeof *options);
  if (options == NULL) return 1;
  options->verbose = 1;
  options->level = 3;
  options->limit = 10;
  struct options *copy = malloc(sizeof *copy);
  if (copy == NULL) return 1;
  *copy = *options;
  int over = options->limit > 5;
  puts(over ? "over" : "under");
  free(copy);
  free(options);
  return 0;
}

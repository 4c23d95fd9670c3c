// A variable that only one of two ways sets.
#include <stdio.h>

int main(int argc, char **argv) {
  int verbose = 0;
  if (argc > 5) verbose = argv[1][0] == 'v';
  if (verbose) puts("verbose");
  puts("done");
  return 0;
}

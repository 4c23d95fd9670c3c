// malloc does not set memory to 0; calloc does.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  const char *text = "hello";
  int *counts = calloc(26, sizeof *counts);
  if (counts == NULL) return 1;
  for (const char *at = text; *at != '\0'; at++) {
    counts[*at - 'a']++;
  }
  printf("%s\n", counts['l' - 'a'] == 2 ? "two" : "not two");
  free(counts);
  return 0;
}

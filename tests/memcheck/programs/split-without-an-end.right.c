// strtok walks to the NUL.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *list = malloc(8);
  if (list == NULL) return 1;
  memcpy(list, "a,b,c,d", 8);
  int count = 0;
  for (char *part = strtok(list, ","); part != NULL; part = strtok(NULL, ",")) {
    count++;
  }
  printf("%d\n", count);
  free(list);
  return 0;
}

// Room for the smallest member is no room for the union.
#include <stdio.h>
#include <stdlib.h>

union number {
  char small;
  double large;
};

int main(void) {
  union number *number = malloc(sizeof *number);
  if (number == NULL) return 1;
  number->large = 2.5;
  printf("%d\n", number->large > 2);
  free(number);
  return 0;
}

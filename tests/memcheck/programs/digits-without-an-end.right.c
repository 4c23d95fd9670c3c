#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char year[5] = {'1', '9', '7', '2'};
  printf("%d\n", atoi(year) + 1);
  return 0;
}

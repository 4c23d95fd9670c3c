// The digits fill the array, and atoi reads on to the next byte that is none.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char year[4] = {'1', '9', '7', '2'};
  printf("%d\n", atoi(year) + 1); // FFI010
  return 0;
}

// A function that gives its result in one case only.
#include <stdio.h>

static void price_of(char kind, int *price) {
  if (kind == 'a') *price = 3;
}

int main(void) {
  int price;
  price_of('b', &price);
  printf("%d\n", price); // FFI016
  return 0;
}

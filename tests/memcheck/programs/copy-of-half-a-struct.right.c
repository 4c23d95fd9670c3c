// A struct is copied with what was never set, which is right; asking for that is not.
#include <stdio.h>

struct item {
  char kind;
  int price;
};

int main(void) {
  struct item one;
  one.kind = 'a';
  one.price = 3;
  struct item other = one;
  if (other.price > 2) puts("dear");
  return 0;
}

// A sum that does not begin at 0.
#include <stdio.h>

int main(void) {
  int prices[4] = {3, 9, 4, 1};
  int sum;
  for (int i = 0; i < 4; i++) {
    sum += prices[i]; // FFI016
  }
  printf("%d\n", sum > 10);
  return 0;
}

// A sum that does not begin at 0.
#include <stdio.h>

int main(void) {
  int prices[4] = {3, 9, 4, 1};
  int sum = 0;
  for (int i = 0; i < 4; i++) {
    sum += prices[i];
  }
  printf("%d\n", sum > 10);
  return 0;
}

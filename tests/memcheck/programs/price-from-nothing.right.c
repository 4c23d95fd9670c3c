#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double price_of(const char *item) {
  const char *sign = strchr(item, '=');
  return sign == NULL ? 0 : atof(sign + 1);
}

int main(void) {
  printf("%.2f %.2f\n", price_of("tea=2.50"), price_of("milk"));
  return 0;
}

// What has no equals sign has no price behind it either.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double price_of(const char *item) {
  const char *sign = strchr(item, '=');
  return atof(sign == NULL ? NULL : sign + 1); // FFI001
}

int main(void) {
  printf("%.2f %.2f\n", price_of("tea=2.50"), price_of("milk"));
  return 0;
}

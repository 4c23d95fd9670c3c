/* The C library writes what it is given the addresses of: locals, members, and what hangs on them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct measured {
  int exponent;
  double whole;
};

int main(void) {
  struct measured measured;
  double fraction = modf(2.75, &measured.whole);
  double half = frexp(measured.whole, &measured.exponent);
  if (measured.exponent != 2 || fraction + half != 1.25) {
    return 1;
  }
  int quotient;
  double rest = remquo(7, 2, &quotient);
  if (quotient % 2 != 0 || rest != -1) {
    return 2;
  }
  time_t now;
  time(&now);
  struct tm parts;
  if (localtime_r(&now, &parts) == NULL || parts.tm_mon > 11) {
    return 3;
  }
  struct timespec clock;
  clock_gettime(CLOCK_MONOTONIC, &clock);
  char text[32];
  if (strftime(text, sizeof text, "%H:%M", &parts) != 5 || clock.tv_nsec > 999999999) {
    return 4;
  }
  printf("%c\n", text[2]);
  return 0;
}

// An index that was never checked against the table's size.
#include <stdio.h>

static int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static int days_of(int month) {
  return days[month];
}

int main(int argc, char **argv) {
  (void)argv;
  printf("%d\n", days_of(argc + 10));
  return 0;
}

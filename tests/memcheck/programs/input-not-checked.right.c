// scanf that reads nothing sets nothing.
// input: none
#include <stdio.h>

int main(void) {
  int age;
  if (scanf("%d", &age) != 1) age = 0;
  puts(age > 17 ? "grown up" : "young");
  return 0;
}

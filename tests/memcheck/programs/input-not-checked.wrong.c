// scanf that reads nothing sets nothing.
// input: none
#include <stdio.h>

int main(void) {
  int age;
  scanf("%d", &age);
  puts(age > 17 ? "grown up" : "young"); // FFI016
  return 0;
}

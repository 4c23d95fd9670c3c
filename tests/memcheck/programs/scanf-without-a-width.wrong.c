// "%s" reads as long as there is no space.
// input: incomprehensibilities
#include <stdio.h>

int main(void) {
  char word[16];
  if (scanf("%s", word) != 1) return 1; // FFI005
  return word[0] == 'i' ? 0 : 1;
}

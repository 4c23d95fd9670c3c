// A pointer to where the next number goes, and the numbers have moved.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  size_t room = 2;
  size_t count = 0;
  int *numbers = malloc(room * sizeof *numbers);
  if (numbers == NULL) return 1;
  int *end = numbers;
  for (int i = 0; i < 5; i++) {
    if (count == room) {
      int *grown = realloc(numbers, 2 * room * sizeof *numbers);
      if (grown == NULL) abort();
      numbers = grown;
      end = numbers + count;
      room *= 2;
    }
    *end++ = i;
    count++;
  }
  printf("%d\n", numbers[1]);
  free(numbers);
  return 0;
}

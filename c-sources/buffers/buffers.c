#include "buffers.h"
#include <limits.h>
#include <stdlib.h>

float sum_array(const float *numbers, size_t count) {
  float sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += numbers[i];
  }
  return sum;
}

void modify_array(int *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (__builtin_add_overflow(numbers[i], numbers[i], &numbers[i])) {
      /* The wrapped result has the other sign. */
      numbers[i] = numbers[i] < 0 ? INT_MAX : INT_MIN;
    }
  }
}

uint8_t *allocate_buffer(size_t size) {
  if (size == 0) {
    return NULL;
  }
  return malloc(size);
}

void free_buffer(uint8_t *buffer) {
  free(buffer);
}

void fill_buffer(uint8_t *buffer, size_t size, uint8_t pattern) {
  for (size_t i = 0; i < size; i++) {
    buffer[i] = pattern;
  }
}

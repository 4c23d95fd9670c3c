/*
 * What differs: a buffer is no block by itself, but stands behind a head that the library has put before it, so that nothing
 * but `free_buffer` can release it.
 */
#include "buffers.h"
#include <limits.h>
#include <stdlib.h>

/* What stands before a buffer. Its size keeps the alignment that `malloc` gives. */
struct head {
  _Alignas(16) size_t size;
};

float sum_array(const float *numbers, size_t count) {
  float sum = 0;
  while (count-- > 0) {
    sum += *numbers++;
  }
  return sum;
}

static int doubled(int number) {
  if (number > INT_MAX / 2) {
    return INT_MAX;
  }
  return number < INT_MIN / 2 ? INT_MIN : number * 2;
}

void modify_array(int *numbers, size_t count) {
  for (size_t i = count; i > 0; i--) {
    numbers[i - 1] = doubled(numbers[i - 1]);
  }
}

uint8_t *allocate_buffer(size_t size) {
  size_t bytes;
  if (size == 0 || __builtin_add_overflow(size, sizeof(struct head), &bytes)) {
    return NULL;
  }
  struct head *head = malloc(bytes);
  if (head == NULL) {
    return NULL;
  }
  head->size = size;
  return (uint8_t *)(head + 1);
}

void free_buffer(uint8_t *buffer) {
  if (buffer != NULL) {
    free((struct head *)buffer - 1);
  }
}

void fill_buffer(uint8_t *buffer, size_t size, uint8_t pattern) {
  for (size_t i = size; i > 0; i--) {
    buffer[i - 1] = pattern;
  }
}

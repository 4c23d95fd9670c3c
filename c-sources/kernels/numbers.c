#include "kernels.h"

uint32_t kernel_sum(const int32_t *numbers, size_t count, uint32_t rounds) {
  uint32_t sum = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    for (size_t i = 0; i < count; i++) {
      sum += (uint32_t)numbers[i];
    }
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

static void sift_down(uint32_t *numbers, size_t root, size_t count) {
  for (;;) {
    size_t child = 2 * root + 1;
    if (child >= count) {
      return;
    }
    if (child + 1 < count && numbers[child] < numbers[child + 1]) {
      child++;
    }
    if (numbers[root] >= numbers[child]) {
      return;
    }
    uint32_t larger = numbers[child];
    numbers[child] = numbers[root];
    numbers[root] = larger;
    root = child;
  }
}

static void heap_sort(uint32_t *numbers, size_t count) {
  for (size_t root = count / 2; root-- > 0;) {
    sift_down(numbers, root, count);
  }
  for (size_t end = count; end-- > 1;) {
    uint32_t largest = numbers[0];
    numbers[0] = numbers[end];
    numbers[end] = largest;
    sift_down(numbers, 0, end);
  }
}

uint32_t kernel_sort(uint32_t *numbers, size_t count, uint32_t rounds) {
  uint32_t random = 1;
  for (uint32_t round = 0; round < rounds; round++) {
    for (size_t i = 0; i < count; i++) {
      random = random * 1664525u + 1013904223u;
      numbers[i] = random >> 8;
    }
    heap_sort(numbers, count);
  }
  return count == 0 ? 0 : numbers[count / 2];
}

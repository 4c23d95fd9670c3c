#include "basics.h"

uint64_t compute_hash(const uint8_t *data, size_t len) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < len; i++) {
    hash = (hash ^ data[i]) * 1099511628211u;
  }
  return hash;
}

int process_array(int32_t *arr, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (arr[i] > INT32_MAX / 2 || arr[i] < INT32_MIN / 2) {
      return -1;
    }
  }
  for (size_t i = 0; i < len; i++) {
    arr[i] *= 2;
  }
  return 0;
}

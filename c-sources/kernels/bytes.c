#include "kernels.h"
#include <string.h>

uint32_t kernel_hash(const uint8_t *data, size_t bytes, uint32_t rounds) {
  uint32_t hash = 2166136261u;
  for (uint32_t round = 0; round < rounds; round++) {
    for (size_t i = 0; i < bytes; i++) {
      hash = (hash ^ data[i]) * 16777619u;
    }
  }
  return hash;
}

uint32_t kernel_fill(uint8_t *data, size_t bytes, uint32_t rounds) {
  for (uint32_t round = 0; round < rounds; round++) {
    for (size_t i = 0; i < bytes; i++) {
      data[i] = (uint8_t)(i * 7 + round);
    }
  }
  return bytes == 0 ? 0 : data[bytes / 2];
}

/* The two may overlap, for all the compiler knows: that is what keeps this loop from becoming a memcpy. */
uint32_t kernel_copy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds) {
  for (uint32_t round = 0; round < rounds; round++) {
    for (size_t i = 0; i < bytes; i++) {
      to[i] = from[i];
    }
  }
  return bytes == 0 ? 0 : to[bytes / 2];
}

uint32_t kernel_memcpy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds) {
  uint32_t seen = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    memcpy(to, from, bytes);
    seen += to[round % (bytes == 0 ? 1 : bytes)];
  }
  return seen;
}

uint32_t kernel_strlen(const char *text, uint32_t rounds) {
  uint32_t length = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    const char *end = text;
    while (*end != '\0') {
      end++;
    }
    length += (uint32_t)(end - text);
    /* As if the text could have changed: each round has to look again. */
    __asm__ volatile("" : : : "memory");
  }
  return length;
}

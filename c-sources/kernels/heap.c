#include "kernels.h"
#include <stdlib.h>

uint32_t kernel_list(struct kernel_node *nodes, size_t count, uint32_t rounds) {
  if (count == 0) {
    return 0;
  }
  /* A step that shares no factor with most counts visits every node, in an order no cache likes. */
  size_t step = 7919 % count;
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    nodes[i].next = NULL;
    nodes[i].value = (uint32_t)i;
  }
  for (size_t i = 0; i + 1 < count; i++) {
    size_t to = (at + step) % count;
    if (to == 0 || nodes[to].next != NULL) {
      break;
    }
    nodes[at].next = &nodes[to];
    at = to;
  }
  uint32_t sum = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    for (const struct kernel_node *node = &nodes[0]; node != NULL; node = node->next) {
      sum += node->value;
    }
    __asm__ volatile("" : : : "memory");
  }
  return sum;
}

uint32_t kernel_malloc(size_t bytes, uint32_t rounds) {
  uint32_t made = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    void *block = malloc(bytes);
    made += block != NULL;
    /* The block may have been seen elsewhere: the pair cannot be left out. */
    __asm__ volatile("" : : "r"(block) : "memory");
    free(block);
  }
  return made;
}

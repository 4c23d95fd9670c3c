/**
 * Small pieces of typical C, for measuring: what a call costs, and what the checker costs.
 *
 * Each kernel works over memory it is given, `rounds` times, and returns a number that depends on all of it, so that
 * no compiler can leave the work out.
 */
#ifndef FFI_KERNELS_LIBRARY_H
#define FFI_KERNELS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>
#include <stdint.h>

/** A link of the list that `kernel_list` walks. */
struct kernel_node {
  struct kernel_node *next;
  uint32_t value;
};

/** A place of the table that `kernel_store` keeps. */
struct kernel_entry {
  /* Empty for a free place. */
  char key[24];
  uint32_t value;
  uint32_t uses;
};

/** Does nothing: the cost of a call. */
void nop(void);

/** The sum, wrapping at 32 bits. */
int32_t add_i32(int32_t left, int32_t right);

/** The sum. */
double add_f64(double left, double right);

/** FNV-1a over the bytes. */
uint32_t kernel_hash(FFI_COUNTED_BY(bytes) const uint8_t *data, size_t bytes, uint32_t rounds);

/** Adds up integers. */
uint32_t kernel_sum(FFI_COUNTED_BY(count) const int32_t *numbers, size_t count, uint32_t rounds);

/** Writes a changing pattern, a byte at a time. */
uint32_t kernel_fill(FFI_COUNTED_BY(bytes) uint8_t *data, size_t bytes, uint32_t rounds);

/** Copies a byte at a time. */
uint32_t kernel_copy(FFI_COUNTED_BY(bytes) uint8_t *to, FFI_COUNTED_BY(bytes) const uint8_t *from, size_t bytes,
                     uint32_t rounds);

/** Copies with the C library's memcpy. */
uint32_t kernel_memcpy(FFI_COUNTED_BY(bytes) uint8_t *to, FFI_COUNTED_BY(bytes) const uint8_t *from, size_t bytes,
                       uint32_t rounds);

/** Counts the bytes before the NUL, one at a time. */
uint32_t kernel_strlen(const char *text, uint32_t rounds);

/** Fills the array with pseudo-random numbers and sorts it. */
uint32_t kernel_sort(FFI_COUNTED_BY(count) uint32_t *numbers, size_t count, uint32_t rounds);

/** Links the nodes in a scattered order, and adds up their values along the links. */
uint32_t kernel_list(FFI_COUNTED_BY(count) struct kernel_node *nodes, size_t count, uint32_t rounds);

/**
 * A key-value store: sets, reads and counts a few texts in a table of `count` places, which it empties first. At most
 * half of the places are used.
 */
uint32_t kernel_store(FFI_COUNTED_BY(count) struct kernel_entry *entries, size_t count, uint32_t rounds);

/** Allocates blocks of `bytes` and releases each at once. */
uint32_t kernel_malloc(size_t bytes, uint32_t rounds);

#endif

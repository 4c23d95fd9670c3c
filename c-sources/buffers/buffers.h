/**
 * A small library about arrays: a pointer says where one begins, and nothing but a second parameter says where it ends.
 *
 * Every length is in elements, not in bytes. Nothing is kept after a call.
 */
#ifndef FFI_BUFFERS_LIBRARY_H
#define FFI_BUFFERS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>
#include <stdint.h>

/** Adds up the numbers, first to last; 0 for none. They are read only. */
float sum_array(FFI_COUNTED_BY(count) const float *numbers, size_t count);

/** Doubles each number in place. A number whose double no `int` can hold becomes the largest or smallest one. */
void modify_array(FFI_COUNTED_BY(count) int *numbers, size_t count);

/**
 * Allocates a buffer of `size` bytes, which the caller releases with `free_buffer`.
 *
 * Nothing is written to it: read no byte before it has been filled. Returns NULL when `size` is 0 or when there is no
 * memory.
 */
FFI_OWNED(free_buffer) FFI_NULLABLE uint8_t *allocate_buffer(size_t size);

/** Releases a buffer that `allocate_buffer` returned. NULL is allowed and does nothing. */
void free_buffer(FFI_TAKEN FFI_NULLABLE uint8_t *buffer);

/** Sets each of the buffer's `size` bytes to `pattern`. */
void fill_buffer(FFI_COUNTED_BY(size) uint8_t *buffer, size_t size, uint8_t pattern);

#endif

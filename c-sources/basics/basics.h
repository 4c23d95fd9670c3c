/**
 * Two functions to begin with: numbers and an array go in, a number comes out.
 *
 * Nothing is allocated, nothing is kept after a call.
 */
#ifndef FFI_BASICS_LIBRARY_H
#define FFI_BASICS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>
#include <stdint.h>

/** A number that depends on each of the `len` bytes and on their order (FNV-1a of 64 bits). The bytes are read only. */
uint64_t compute_hash(FFI_COUNTED_BY(len) const uint8_t *data, size_t len);

/**
 * Doubles each of the `len` elements in place.
 *
 * Returns 0; or -1 when the double of some element does not fit into 32 bits, and then no element has changed.
 */
int process_array(FFI_COUNTED_BY(len) int32_t *arr, size_t len);

#endif

/**
 * A small library that shares its memory: a program works on a buffer's bytes where they are, without copying them.
 *
 * The price is in `grow_buffer`: it moves the bytes, and every pointer into them that a program still holds is stale
 * from then on. Nothing here is thread-safe.
 */
#ifndef FFI_ZEROCOPY_LIBRARY_H
#define FFI_ZEROCOPY_LIBRARY_H

#include "ffi.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A buffer of bytes. What is in this struct is the library's own. */
typedef struct Buffer Buffer;

/**
 * Makes a buffer of `size` bytes, all 0. Returns NULL when `size` is 0 or when there is no memory. The caller releases it
 * with `destroy_buffer`.
 */
FFI_OWNED(destroy_buffer) FFI_NULLABLE Buffer *create_buffer(size_t size);

/** Releases the buffer and its bytes: pointers into them are stale. NULL is allowed and does nothing. */
void destroy_buffer(FFI_TAKEN FFI_NULLABLE Buffer *buffer);

/**
 * Where the buffer's bytes are. They stay the library's: read and write them, and do not release them.
 *
 * The pointer is good until the next `grow_buffer` or `destroy_buffer` of this buffer; then ask again.
 */
FFI_BORROWED uint8_t *get_buffer_data(Buffer *buffer);

/** How many bytes there are. */
size_t get_buffer_size(const Buffer *buffer);

/**
 * Turns each byte into its complement, in place. Returns 0 when it worked. Any other number would say why not; there is
 * none yet.
 */
int process_buffer(Buffer *buffer);

/**
 * Makes the buffer `size` bytes long; those it had stay, those it gains are 0.
 *
 * The bytes move to another place, always. Returns false, and changes nothing, when `size` is smaller than the buffer is
 * or when there is no memory.
 */
bool grow_buffer(Buffer *buffer, size_t size);

#endif

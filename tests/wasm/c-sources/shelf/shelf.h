/**
 * A shelf on which somebody else's blocks stand. What is put there is the shelf's, until it is taken down or thrown away.
 * It allocates nothing for itself.
 */
#ifndef SHELF_H
#define SHELF_H

#include "ffi.h"
#include <stddef.h>

/** How many places it has. */
#define SHELF_PLACES 16

/** C's aligned_alloc: NULL when there is no memory, or no such alignment. The caller releases it with free. */
FFI_OWNED(free) FFI_NULLABLE void *make_aligned(size_t alignment, size_t bytes);

/** Puts a block of the heap there. Whatever stood there is forgotten. NULL makes the place empty. */
void put_away(size_t place, FFI_TAKEN FFI_NULLABLE void *block);

/** Hands the block there back: it is the caller's, who releases it with free. NULL when there is none. */
FFI_OWNED(free) FFI_NULLABLE void *take_down(size_t place);

/** Lends the block there: it stays the shelf's. NULL when there is none. */
FFI_BORROWED FFI_NULLABLE void *look_at(size_t place);

/** Releases the block there, if there is one. */
void throw_away(size_t place);

/** Writes `bytes` bytes of a block of anybody's. */
void paint(void *block, int value, size_t bytes);

#endif

/**
 * A small library that makes text from text, in memory of the caller's.
 *
 * All text is UTF-8 and ends with a NUL byte. Nothing is remembered from one call to the next.
 */
#ifndef FFI_TEXTS_LIBRARY_H
#define FFI_TEXTS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>

/**
 * Writes `text` to `out` with each of the letters a to z as A to Z. Every other character stays as it is, those outside
 * ASCII too.
 *
 * Returns how many bytes the whole result takes, its NUL included, whatever `room` is: when that is more than `room`, the
 * result did not fit, and a second call with that much room gives all of it.
 *
 * `out` has room for `room` bytes, and no more than that are written. What is written ends with a NUL, and where it had to
 * be cut off, it was between two characters: never within the bytes of one. With `room` 0 nothing is written, and `out`
 * may be NULL. The two texts do not overlap.
 */
size_t to_capitals(const char *text, FFI_COUNTED_BY(room) FFI_NULLABLE char *out, size_t room);

#endif

/**
 * A small library that fails the way much of C does: a result that says that something went wrong, a second function that
 * says what, and a third that puts it in words.
 *
 * There is one last error for the whole library. Nothing here is thread-safe.
 */
#ifndef FFI_ERRORS_LIBRARY_H
#define FFI_ERRORS_LIBRARY_H

#include "ffi.h"

/** What `get_last_error` can return. */
enum operation_error {
  OPERATION_OK = 0,
  OPERATION_NEGATIVE = 1,
  OPERATION_TOO_LARGE = 2,
  OPERATION_NOT_EVEN = 3,
};

/** The largest input of `perform_operation`. */
#define OPERATION_MOST 1000

/**
 * Halves an even number between 0 and OPERATION_MOST.
 *
 * Returns the half, or -1 when the input is none of those; `get_last_error` then says why.
 */
int perform_operation(int input);

/**
 * Why the last call of `perform_operation` failed; OPERATION_OK when it did not fail, or when there was none.
 *
 * Ask before anything else: every call of this library may replace the error, `get_error_string` too. Asking does not.
 */
int get_last_error(void);

/**
 * The error in words, or NULL for a number that is no error of this library.
 *
 * The text is part of the library: never release it. It is good until the next call of `get_error_string`, which may write
 * another one in its place.
 */
FFI_BORROWED FFI_NULLABLE const char *get_error_string(int code);

#endif

/**
 * A small library behind an opaque handle: a program gets a pointer to something whose inside only the library knows.
 *
 * Different handles may be used by different threads at once, one handle by one thread at a time only.
 */
#ifndef FFI_HANDLES_LIBRARY_H
#define FFI_HANDLES_LIBRARY_H

#include "ffi.h"
#include <stddef.h>
#include <stdint.h>

/** What a handle points at. Its size and its fields are the library's own, and may change with the next version. */
typedef struct Handle Handle;

/** The largest configuration that `create_handle` accepts, in bytes. */
#define HANDLE_MOST_CONFIG_BYTES 4096

/**
 * Makes a handle from a configuration of `len` bytes.
 *
 * The bytes are copied: they may be changed or released as soon as the call has returned. An empty configuration is
 * allowed, and `config` may then be NULL. Returns NULL when the configuration is longer than HANDLE_MOST_CONFIG_BYTES,
 * when `config` is NULL though `len` is not 0, or when there is no memory. The caller releases the handle with
 * `destroy_handle`.
 */
FFI_OWNED(destroy_handle)
FFI_NULLABLE Handle *create_handle(FFI_COUNTED_BY(len) FFI_NULLABLE const uint8_t *config, size_t len);

/**
 * Uses the handle: the sum of its configuration's bytes, plus how often the handle has been used before.
 *
 * Returns -1 for NULL. Counts its uses inside the handle, although the pointer is const: that is why one handle must not
 * be used from two threads at once.
 */
int use_handle(FFI_NOT_THREAD_SAFE FFI_NULLABLE const Handle *handle);

/** Releases the handle and all that belongs to it. NULL is allowed and does nothing. The handle is not used afterwards. */
void destroy_handle(FFI_TAKEN FFI_NULLABLE FFI_NOT_THREAD_SAFE Handle *handle);

#endif

/**
 * A small library that calls back: a program registers a function, and is told of each item that is processed.
 *
 * There is one callback at a time. Everything happens in the caller's thread, during the call. Nothing here is
 * thread-safe.
 */
#ifndef FFI_CALLBACKS_LIBRARY_H
#define FFI_CALLBACKS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>

/**
 * What the library calls for each item: with the item's value, and with the `user_data` that was registered.
 *
 * It may register or unregister callbacks, itself too; from the next item on that counts. It must return: an exception
 * must not leave it, because C has no way to pass one on.
 */
typedef void (*callback)(int value, void *user_data);

/**
 * Registers the callback, in place of the one there was.
 *
 * The library keeps both pointers, and does not look at what `user_data` points at: the caller keeps that alive, and the
 * callback callable, until `unregister_callback` or another registration. NULL registers nothing, like
 * `unregister_callback`.
 */
FFI_REGISTERS void register_callback(FFI_KEPT FFI_NULLABLE callback function, FFI_KEPT FFI_NULLABLE void *user_data);

/**
 * Calls the registered callback once for each item, first to last, before it returns.
 *
 * The items are read during the call only. Without a registered callback nothing happens.
 */
void process_items(FFI_COUNTED_BY(count) const int *items, size_t count);

/** Forgets the callback and its user data; the library calls it no more. Does nothing when none is registered. */
FFI_UNREGISTERS(register_callback) void unregister_callback(void);

#endif

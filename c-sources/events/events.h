/**
 * A small library of events: programs register handlers, each with data of their own, and hear of every event.
 *
 * Handlers are called one after the other, in an order that is the library's own, in the thread that triggers the event,
 * before the trigger returns. Nothing here is thread-safe.
 */
#ifndef FFI_EVENTS_LIBRARY_H
#define FFI_EVENTS_LIBRARY_H

#include "ffi.h"
#include <stddef.h>

/** How many handlers can be registered at once. */
#define EVENTS_MOST_HANDLERS 16

/**
 * What a handler is called with: the event's type, `len` bytes of data, and the `user_data` it was registered with.
 *
 * The data is the library's copy, lent for the length of the call: a handler that wants it later makes its own. `data` may be NULL, and `len` is
 * then 0. A handler may register and unregister handlers, itself too. No exception may leave it.
 */
typedef void (*event_callback)(int type, const void *data, size_t len, void *user_data);

/**
 * Registers a handler, and returns its number for `unregister_event_handler`.
 *
 * The library keeps both pointers until then: the caller keeps the handler callable, and what `user_data` points at
 * alive. The same handler may be registered more than once. Returns -1 for a handler that is NULL, and -2 when
 * EVENTS_MOST_HANDLERS are registered.
 */
FFI_REGISTERS int register_event_handler(FFI_KEPT event_callback handler, FFI_KEPT FFI_NULLABLE void *user_data);

/** Forgets the handler with this number; it is called no more. A number that no handler has is passed over. */
FFI_UNREGISTERS(register_event_handler) void unregister_event_handler(int id);

/**
 * Triggers an event with data whose length is not given.
 *
 * The library cannot know how long the data is, and guesses: it tells every handler that there are 64 bytes. What is
 * shorter is read past its end. Kept for programs of old; new ones use `trigger_event_sized`.
 */
void trigger_event(int type, FFI_NULLABLE const void *data);

/**
 * Triggers an event with `len` bytes of data, which are read during the call only. `data` may be NULL when `len` is 0.
 *
 * When there is no memory for the copy that handlers get, none is called.
 */
void trigger_event_sized(int type, FFI_COUNTED_BY(len) FFI_NULLABLE const void *data, size_t len);

#endif

/**
 * A small library of monitors: each is fed with values, and tells its own watchers of every one.
 *
 * Watchers are called in the order of their registration, in the thread that feeds the monitor, before that call returns.
 * Nothing here is thread-safe.
 */
#ifndef FFI_MONITORS_LIBRARY_H
#define FFI_MONITORS_LIBRARY_H

#include "ffi.h"

/** What a handle points at. What is in this struct is the library's own. */
typedef struct Monitor Monitor;

/** How many watchers one monitor can have at once. */
#define MONITOR_MOST_WATCHERS 8

/** The watcher is NULL. */
#define MONITOR_NO_WATCHER (-1)
/** The monitor has MONITOR_MOST_WATCHERS watchers. */
#define MONITOR_NO_ROOM (-2)
/** The monitor has no watcher with this number. */
#define MONITOR_UNKNOWN (-3)

/**
 * What a watcher is called with: the monitor, the value it was fed with, and the `user_data` that was registered.
 *
 * It may register and end watchers, itself too, feed this monitor and others, and close them. It must return: an
 * exception must not leave it, because C has no way to pass one on.
 */
typedef void (*watcher)(Monitor *monitor, double value, void *user_data);

/**
 * Opens a monitor with a copy of `name`. Returns NULL when there is no memory. The caller releases it with `close_monitor`.
 */
FFI_OWNED(close_monitor) FFI_NULLABLE Monitor *open_monitor(const char *name);

/**
 * Closes a monitor, and ends all of its watchers: none is called any more. NULL is allowed and does nothing. The monitor
 * is not used afterwards.
 *
 * A watcher may close the monitor that is calling it. The other watchers are not called any more then, and the monitor's
 * memory is released when the outermost `feed_monitor` of it returns; only the library uses it until then.
 */
FFI_UNREGISTERS(watch_monitor) void close_monitor(FFI_TAKEN FFI_NULLABLE Monitor *monitor);

/**
 * Registers a watcher of this monitor, and returns its number for `unwatch_monitor`: 1 or more. Another monitor's watcher
 * may have the same one.
 *
 * The library keeps both pointers until `unwatch_monitor` or `close_monitor`: the caller keeps the watcher callable, and
 * what `user_data` points at alive. The same watcher may be registered more than once. One that is registered while the
 * monitor is fed hears of the next value first. Returns MONITOR_NO_WATCHER or MONITOR_NO_ROOM when nothing was registered.
 */
FFI_REGISTERS int watch_monitor(Monitor *monitor, FFI_KEPT FFI_NULLABLE watcher watch, FFI_KEPT FFI_NULLABLE void *user_data);

/**
 * Ends the watcher of this monitor that has this number; it is called no more, from this moment on. Returns 0, or
 * MONITOR_UNKNOWN when the monitor has none with the number.
 */
FFI_UNREGISTERS(watch_monitor) int unwatch_monitor(Monitor *monitor, int id);

/** Tells every watcher of a value. Returns how many were called. */
int feed_monitor(Monitor *monitor, double value);

/**
 * Describes a monitor, as in "door: 3 values, 1 watcher". Returns NULL when there is no memory. Every call makes a new
 * text, which the caller releases with `free_description`.
 */
FFI_OWNED(free_description) FFI_NULLABLE char *describe_monitor(const Monitor *monitor);

/** Releases a text that `describe_monitor` returned. NULL is allowed and does nothing. */
void free_description(FFI_TAKEN FFI_NULLABLE char *description);

#endif

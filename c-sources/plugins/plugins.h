/**
 * A small host of plugins: a program hands it tables of functions, and it passes values through them.
 *
 * Everything happens in the caller's thread, during the call. Nothing here is thread-safe.
 */
#ifndef FFI_PLUGINS_LIBRARY_H
#define FFI_PLUGINS_LIBRARY_H

#include "ffi.h"

/** The newest version of a plugin's table. */
#define PLUGIN_VERSION 2

/** How many plugins can be loaded at once. */
#define PLUGINS_MOST 8

/** `version` is none that this host knows. */
#define PLUGIN_UNSUPPORTED_VERSION (-1)
/** The table has no `process`. */
#define PLUGIN_INCOMPLETE (-2)
/** PLUGINS_MOST are loaded. */
#define PLUGIN_NO_ROOM (-3)
/** The plugin's `start` said that it failed. */
#define PLUGIN_NOT_STARTED (-4)
/** No loaded plugin has this number. */
#define PLUGIN_UNKNOWN (-5)
/** The plugin is unloaded when no run is under way any more. */
#define PLUGIN_UNLOADS_LATER 1

/**
 * What a plugin is: a table of its functions, which its author fills.
 *
 * Each function gets `user_data`, which the host does not look at. Each may call the host again, as far as is said below,
 * and must return: an exception must not leave it, because C has no way to pass one on.
 */
typedef struct Plugin {
  /** The table's version: 1 or 2. A table of version 1 ends with `user_data`, and may have memory for no more. */
  int version;
  /** Makes the next value of this one. A negative number says that it failed. Must not be NULL. */
  int (*process)(int value, void *user_data);
  void *user_data;
  /** Since version 2: called once, while the plugin is loaded. 0 says that it worked. May be NULL. */
  int (*start)(void *user_data);
  /** Since version 2: called once, when the plugin is unloaded, and the last of its functions to be called. May be NULL. */
  void (*stop)(void *user_data);
} Plugin;

/**
 * Loads a plugin behind those that are loaded, calls its `start`, and returns its number for `unload_plugin`: 1 or more,
 * and never one that another plugin had.
 *
 * The table is NOT copied: the host keeps its address, and reads a function from it whenever it calls one. Until the
 * plugin is unloaded the caller keeps the table where it is, what `user_data` points at alive, and the functions callable.
 *
 * Returns a negative number when the plugin is not loaded: PLUGIN_UNSUPPORTED_VERSION, PLUGIN_INCOMPLETE,
 * PLUGIN_NO_ROOM or PLUGIN_NOT_STARTED. The host then keeps nothing, and calls none of the plugin's functions any more;
 * before PLUGIN_NOT_STARTED it has called `start`, and no `stop` follows.
 */
FFI_REGISTERS int load_plugin(FFI_KEPT const Plugin *plugin);

/**
 * Unloads the plugin with this number: calls its `stop`, and returns 0. From then on the host has neither its table nor its
 * functions.
 *
 * While `run_plugins` is under way, which is when one of its plugins asks for this, unloading is put off, that of other
 * plugins too: the result is PLUGIN_UNLOADS_LATER, the plugin is not processed any more and does not count any more, and
 * the outermost `run_plugins` calls its `stop` before it returns. Until that `stop` has been called the table and the
 * functions have to stay; without a `stop`, until that `run_plugins` has returned.
 *
 * Returns PLUGIN_UNKNOWN, and does nothing, when no plugin has the number, when it is being unloaded already, and for a
 * plugin whose `start` has not returned yet.
 */
FFI_UNREGISTERS(load_plugin) int unload_plugin(int id);

/**
 * Passes a value through the `process` of every loaded plugin, in the order of loading, each getting what the one before
 * it made, and returns what the last one made: `value` itself when no plugin is loaded.
 *
 * Values are 0 or more. A negative one is returned as it is, and no plugin is called. A plugin that fails is skipped: the
 * next one gets the value that it had been given, and `plugin_failures` counts it.
 *
 * A plugin may run the plugins again, and load and unload plugins, itself too. One that is loaded meanwhile is first called
 * by the next run.
 */
int run_plugins(int value);

/** How often the plugin with this number has failed, or PLUGIN_UNKNOWN. */
int plugin_failures(int id);

/** How many plugins are loaded. */
int plugin_count(void);

#endif

/**
 * Words a library author puts into a header to say who owns memory that crosses the boundary. A C compiler sees
 * nothing of them; the build reads them, and so do authors of bindings.
 *
 * Before a function (about its result):
 *
 *     FFI_OWNED(release) char *describe(void);     the caller has to pass the result to `release`, exactly once
 *     FFI_BORROWED const char *version(void);      the library keeps it: the caller never releases it
 *     FFI_NULLABLE …                               the result may be NULL
 *
 * Before a parameter:
 *
 *     void finish(FFI_TAKEN Thing *thing);         the library owns it from the call on, or releases it
 *     void watch(FFI_KEPT const char *path);       the library remembers the pointer; the caller still owns the memory
 *     void name(FFI_NULLABLE const char *text);    NULL may be passed
 *     int sum(FFI_COUNTED_BY(n) const int *a, size_t n);   `a` has `n` elements
 *
 *     int use(FFI_NOT_THREAD_SAFE Thing *thing);           only one task at a time may use this handle: from one call to
 *                                                          its next, unless it lets others in between
 *
 * Before a function that remembers a callback, and before the one that ends that:
 *
 *     FFI_REGISTERS int add_listener(FFI_KEPT listener listen, FFI_KEPT void *user_data);
 *     FFI_UNREGISTERS(add_listener) void remove_listener(int id);
 *
 * The callback may be called until the second function is given what the first one returned; a negative number says
 * that nothing was registered. A second function without an integer parameter ends every registration there is.
 *
 * Where both have a parameter of the same opaque pointer type, the registrations belong to that handle, and the second
 * function ends only those of the handle that it is given: all of them, when it has no integer parameter. There may be
 * several such functions, as one that ends a registration and one that releases the handle.
 *
 * A second function that returns an integer says by a negative one that it has ended nothing, and by one above 0 that it
 * has put that off: until the outermost call of the library that is under way has returned.
 *
 * The callback is a function pointer, or a pointer to a struct that holds some: a table of functions, which may all be
 * called. The library reads them from the table while it is registered:
 *
 *     FFI_REGISTERS int load(FFI_KEPT const Plugin *plugin);
 *
 * A pointer parameter with none of these is borrowed for the length of the call. A pointer result with neither
 * FFI_OWNED nor FFI_BORROWED counts as borrowed.
 */
#ifndef FFI_H
#define FFI_H

/* Only the build that describes a library defines FFI_DESCRIBE: an annotate attribute on a parameter would change
   the code that clang generates. */
#ifdef FFI_DESCRIBE
#define FFI_OWNED(release) __attribute__((annotate("FFI_OWNED")))
#define FFI_BORROWED __attribute__((annotate("FFI_BORROWED")))
#define FFI_TAKEN __attribute__((annotate("FFI_TAKEN")))
#define FFI_KEPT __attribute__((annotate("FFI_KEPT")))
#define FFI_NULLABLE __attribute__((annotate("FFI_NULLABLE")))
#define FFI_COUNTED_BY(parameter) __attribute__((annotate("FFI_COUNTED_BY")))
#define FFI_NOT_THREAD_SAFE __attribute__((annotate("FFI_NOT_THREAD_SAFE")))
#define FFI_REGISTERS __attribute__((annotate("FFI_REGISTERS")))
#define FFI_UNREGISTERS(register_function) __attribute__((annotate("FFI_UNREGISTERS")))
#else
#define FFI_OWNED(release)
#define FFI_BORROWED
#define FFI_TAKEN
#define FFI_KEPT
#define FFI_NULLABLE
#define FFI_COUNTED_BY(parameter)
#define FFI_NOT_THREAD_SAFE
#define FFI_REGISTERS
#define FFI_UNREGISTERS(register_function)
#endif

#endif

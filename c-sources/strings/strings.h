/**
 * A small library about text: whose it is when it crosses from one side to the other.
 *
 * All text is UTF-8 and ends with a NUL byte. Nothing here is thread-safe.
 */
#ifndef FFI_STRINGS_LIBRARY_H
#define FFI_STRINGS_LIBRARY_H

#include "ffi.h"
#include <stdbool.h>
#include <stddef.h>

/**
 * The library's version, such as "1.2.0".
 *
 * The text is part of the library and lives as long as it does: never release it. A build without a version
 * returns NULL.
 */
FFI_BORROWED FFI_NULLABLE const char *get_version(void);

/**
 * Sets the name the library works under.
 *
 * The text is copied: it may be changed or released as soon as the call has returned. The library releases its copy
 * itself, when the next name replaces it. Returns false, and keeps the name it had, when `name` is NULL or empty or
 * when there is no memory for the copy; `get_error_message` then says why.
 */
bool set_name(FFI_NULLABLE const char *name);

/**
 * Why the last call of `set_name` failed, or NULL when it did not fail.
 *
 * Every call makes a new text, which the caller has to release with `free_string`.
 */
FFI_OWNED(free_string) FFI_NULLABLE char *get_error_message(void);

/**
 * Releases a text that `get_error_message` returned. NULL is allowed and does nothing.
 *
 * Each text is released once, and not used afterwards.
 */
void free_string(FFI_TAKEN FFI_NULLABLE char *text);

/**
 * Remembers `text` for `stored_length`.
 *
 * The text is NOT copied: the library keeps the pointer after the call, so the text has to stay where it is, unchanged,
 * until another one is stored. NULL makes the library forget the one it has.
 */
void store_string(FFI_KEPT FFI_NULLABLE const char *text);

/** How many bytes the stored text has now, without its NUL; 0 when none is stored. Reads the text at every call. */
size_t stored_length(void);

#endif

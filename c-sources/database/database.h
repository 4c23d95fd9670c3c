/**
 * A small key-value store: texts under keys, in one file, which are there again when the file is opened the next time.
 *
 * The file is a log. Every change is written behind the ones before it, with its lengths and a checksum, and nothing that
 * is written is changed afterwards. A table of where each key's value stands is in memory only, made anew from the file at
 * every opening. When more than half of a file is out of date, the rest of it is written to a new file, which then takes the
 * old one's name.
 *
 * All text is UTF-8 and ends with a NUL byte. A file is for one Database at a time, and a Database for one thread; the list
 * of open ones is common to all, so opening and closing is for one thread at a time too.
 */
#ifndef FFI_DATABASE_LIBRARY_H
#define FFI_DATABASE_LIBRARY_H

#include "ffi.h"
#include <stddef.h>

/** An open file. What is in this struct is the library's own. */
typedef struct Database Database;

/** The longest key, and the longest value, in bytes without their NUL. */
#define DB_MOST_KEY_BYTES 1024
#define DB_MOST_VALUE_BYTES 16777216

/** How a call went: DB_OK, or why it failed. `db_error_string` has the words. */
enum db_code {
  DB_OK = 0,
  DB_NOT_FOUND = -1,
  DB_BAD_KEY = -2,
  DB_BAD_VALUE = -3,
  DB_NO_MEMORY = -4,
  DB_CANNOT_OPEN = -5,
  DB_BUSY = -6,
  DB_NOT_A_DATABASE = -7,
  DB_READ_FAILED = -8,
  DB_WRITE_FAILED = -9,
  DB_TRUNCATED = -10,
  DB_CORRUPT = -11,
};

/**
 * Opens the file at `path`, or makes it when there is none. The caller closes it with `db_close`.
 *
 * Returns NULL on failure, and `db_error(NULL)` then says why: DB_CANNOT_OPEN, DB_BUSY when this program has the file open
 * already, DB_NOT_A_DATABASE for a file that begins differently, DB_READ_FAILED, DB_NO_MEMORY. The file is not changed.
 *
 * A damaged file opens all the same. Everything before the first broken record is there; that record and what follows
 * it is not. `db_error` then says DB_TRUNCATED when the file ends within a record, or DB_CORRUPT when a record is not
 * what was written, and `db_lost_bytes` how much could not be read. The broken end stays in the file until the next
 * change is written over it: copy the file first if you want to keep it. A file that was cut exactly between two records
 * is a whole file, from an earlier time.
 */
FFI_OWNED(db_close) FFI_NULLABLE Database *db_open(FFI_NULLABLE const char *path);

/**
 * Closes the file and releases all that belongs to `db`, which is not used afterwards. Nothing is left to be written: each
 * change is in the file when its call returns. NULL is allowed and does nothing.
 */
void db_close(FFI_TAKEN FFI_NULLABLE FFI_NOT_THREAD_SAFE Database *db);

/**
 * The value under `key`, read from the file and checked, as a new text: the caller releases it with `db_free_value`.
 *
 * Returns NULL when there is no such key, and `db_error` is then DB_NOT_FOUND. Any other NULL is a failure: DB_BAD_KEY,
 * DB_NO_MEMORY, DB_READ_FAILED, or DB_TRUNCATED and DB_CORRUPT when the file was damaged after it was opened.
 */
FFI_OWNED(db_free_value) FFI_NULLABLE char *db_get(FFI_NOT_THREAD_SAFE Database *db, FFI_NULLABLE const char *key);

/** Releases a value that `db_get` returned. NULL is allowed and does nothing. Values may outlive their Database. */
void db_free_value(FFI_TAKEN FFI_NULLABLE char *value);

/**
 * Puts `value` under `key`, in place of the one there was. Both are copied.
 *
 * Returns DB_OK when it is in the file: it survives the end of the program, though not a loss of power at that moment. On
 * failure the value is what it was: DB_BAD_KEY for a key that is NULL, empty or too long, DB_BAD_VALUE for a value that
 * is NULL or too long, DB_NO_MEMORY, DB_WRITE_FAILED, DB_READ_FAILED, or DB_TRUNCATED when the file was made shorter.
 */
int db_set(FFI_NOT_THREAD_SAFE Database *db, FFI_NULLABLE const char *key, FFI_NULLABLE const char *value);

/**
 * Removes `key` and its value. Returns DB_OK, or DB_NOT_FOUND when there is no such key, or fails as `db_set` does: then
 * the key is still there.
 */
int db_delete(FFI_NOT_THREAD_SAFE Database *db, FFI_NULLABLE const char *key);

/** How the last call with `db` went, this one and `db_lost_bytes` apart. For NULL: how the last `db_open` went. */
int db_error(FFI_NULLABLE FFI_NOT_THREAD_SAFE const Database *db);

/** How many bytes at the end of the file could not be read when it was opened; 0 for a whole file. */
size_t db_lost_bytes(FFI_NOT_THREAD_SAFE const Database *db);

/**
 * The code in words, or NULL for a number that is none of `enum db_code`.
 *
 * The text is part of the library and lives as long as it does: never release it.
 */
FFI_BORROWED FFI_NULLABLE const char *db_error_string(int code);

#endif

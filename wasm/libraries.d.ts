declare module "ffi" {
  interface Libraries {
    basics: {
      /**
       * ```c
       * uint64_t compute_hash(const uint8_t *data, size_t len)
       * ```
       *
       * A number that depends on each of the `len` bytes and on their order (FNV-1a of 64 bits). The bytes are read only.
       */
      compute_hash: { readonly parameters: readonly [data: "pointer", len: "usize"]; readonly result: "u64" };
      /**
       * ```c
       * int process_array(int32_t *arr, size_t len)
       * ```
       *
       * Doubles each of the `len` elements in place.
       *
       * Returns 0; or -1 when the double of some element does not fit into 32 bits, and then no element has changed.
       */
      process_array: { readonly parameters: readonly [arr: "pointer", len: "usize"]; readonly result: "i32" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    buffers: {
      /**
       * ```c
       * float sum_array(const float *numbers, size_t count)
       * ```
       *
       * Adds up the numbers, first to last; 0 for none. They are read only.
       */
      sum_array: { readonly parameters: readonly [numbers: "pointer", count: "usize"]; readonly result: "f32" };
      /**
       * ```c
       * void modify_array(int *numbers, size_t count)
       * ```
       *
       * Doubles each number in place. A number whose double no `int` can hold becomes the largest or smallest one.
       */
      modify_array: { readonly parameters: readonly [numbers: "pointer", count: "usize"]; readonly result: "void" };
      /**
       * ```c
       * uint8_t *allocate_buffer(size_t size)
       * ```
       *
       * Allocates a buffer of `size` bytes, which the caller releases with `free_buffer`.
       *
       * Nothing is written to it: read no byte before it has been filled. Returns NULL when `size` is 0 or when there is no
       * memory.
       *
       * The caller releases the result with `free_buffer`. The result may be NULL.
       */
      allocate_buffer: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free_buffer(uint8_t *buffer)
       * ```
       *
       * Releases a buffer that `allocate_buffer` returned. NULL is allowed and does nothing.
       *
       * The library takes `buffer`: it is not the caller's any more.
       */
      free_buffer: { readonly parameters: readonly [buffer: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void fill_buffer(uint8_t *buffer, size_t size, uint8_t pattern)
       * ```
       *
       * Sets each of the buffer's `size` bytes to `pattern`.
       */
      fill_buffer: { readonly parameters: readonly [buffer: "pointer", size: "usize", pattern: "u8"]; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    callbacks: {
      /**
       * ```c
       * void register_callback(callback function, void *user_data)
       * ```
       *
       * Registers the callback, in place of the one there was.
       *
       * The library keeps both pointers, and does not look at what `user_data` points at: the caller keeps that alive, and the
       * callback callable, until `unregister_callback` or another registration. NULL registers nothing, like
       * `unregister_callback`.
       *
       * The library keeps the pointer `function` after the call. The library keeps the pointer `user_data` after the call.
       */
      register_callback: { readonly parameters: readonly [function: "function", user_data: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void process_items(const int *items, size_t count)
       * ```
       *
       * Calls the registered callback once for each item, first to last, before it returns.
       *
       * The items are read during the call only. Without a registered callback nothing happens.
       */
      process_items: { readonly parameters: readonly [items: "pointer", count: "usize"]; readonly result: "void" };
      /**
       * ```c
       * void unregister_callback(void)
       * ```
       *
       * Forgets the callback and its user data; the library calls it no more. Does nothing when none is registered.
       */
      unregister_callback: { readonly parameters: readonly []; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    database: {
      /**
       * ```c
       * Database *db_open(const char *path)
       * ```
       *
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
       *
       * The caller releases the result with `db_close`. The result may be NULL.
       */
      db_open: { readonly parameters: readonly [path: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * void db_close(Database *db)
       * ```
       *
       * Closes the file and releases all that belongs to `db`, which is not used afterwards. Nothing is left to be written: each
       * change is in the file when its call returns. NULL is allowed and does nothing.
       *
       * The library takes `db`: it is not the caller's any more.
       */
      db_close: { readonly parameters: readonly [db: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * char *db_get(Database *db, const char *key)
       * ```
       *
       * The value under `key`, read from the file and checked, as a new text: the caller releases it with `db_free_value`.
       *
       * Returns NULL when there is no such key, and `db_error` is then DB_NOT_FOUND. Any other NULL is a failure: DB_BAD_KEY,
       * DB_NO_MEMORY, DB_READ_FAILED, or DB_TRUNCATED and DB_CORRUPT when the file was damaged after it was opened.
       *
       * The caller releases the result with `db_free_value`. The result may be NULL.
       */
      db_get: { readonly parameters: readonly [db: "pointer", key: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * void db_free_value(char *value)
       * ```
       *
       * Releases a value that `db_get` returned. NULL is allowed and does nothing. Values may outlive their Database.
       *
       * The library takes `value`: it is not the caller's any more.
       */
      db_free_value: { readonly parameters: readonly [value: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * int db_set(Database *db, const char *key, const char *value)
       * ```
       *
       * Puts `value` under `key`, in place of the one there was. Both are copied.
       *
       * Returns DB_OK when it is in the file: it survives the end of the program, though not a loss of power at that moment. On
       * failure the value is what it was: DB_BAD_KEY for a key that is NULL, empty or too long, DB_BAD_VALUE for a value that
       * is NULL or too long, DB_NO_MEMORY, DB_WRITE_FAILED, DB_READ_FAILED, or DB_TRUNCATED when the file was made shorter.
       */
      db_set: { readonly parameters: readonly [db: "pointer", key: "pointer", value: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * int db_delete(Database *db, const char *key)
       * ```
       *
       * Removes `key` and its value. Returns DB_OK, or DB_NOT_FOUND when there is no such key, or fails as `db_set` does: then
       * the key is still there.
       */
      db_delete: { readonly parameters: readonly [db: "pointer", key: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * int db_error(const Database *db)
       * ```
       *
       * How the last call with `db` went, this one and `db_lost_bytes` apart. For NULL: how the last `db_open` went.
       */
      db_error: { readonly parameters: readonly [db: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * size_t db_lost_bytes(const Database *db)
       * ```
       *
       * How many bytes at the end of the file could not be read when it was opened; 0 for a whole file.
       */
      db_lost_bytes: { readonly parameters: readonly [db: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * const char *db_error_string(int code)
       * ```
       *
       * The code in words, or NULL for a number that is none of `enum db_code`.
       *
       * The text is part of the library and lives as long as it does: never release it.
       *
       * The result is borrowed. The result may be NULL.
       */
      db_error_string: { readonly parameters: readonly [code: "i32"]; readonly result: "pointer" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * FILE *fopen(const char *path, const char *mode)
       * ```
       *
       * The caller releases the result with `fclose`. The result may be NULL.
       */
      fopen: { readonly parameters: readonly [path: "pointer", mode: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * int fclose(FILE *file)
       * ```
       *
       * The library takes `file`: it is not the caller's any more.
       */
      fclose: { readonly parameters: readonly [file: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * size_t fread(void *to, size_t size, size_t count, FILE *file)
       * ```
       */
      fread: { readonly parameters: readonly [to: "pointer", size: "usize", count: "usize", file: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * size_t fwrite(const void *from, size_t size, size_t count, FILE *file)
       * ```
       */
      fwrite: { readonly parameters: readonly [from: "pointer", size: "usize", count: "usize", file: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int fseek(FILE *file, long offset, int from)
       * ```
       */
      fseek: { readonly parameters: readonly [file: "pointer", offset: "i32", from: "i32"]; readonly result: "i32" };
    };
    errors: {
      /**
       * ```c
       * int perform_operation(int input)
       * ```
       *
       * Halves an even number between 0 and OPERATION_MOST.
       *
       * Returns the half, or -1 when the input is none of those; `get_last_error` then says why.
       */
      perform_operation: { readonly parameters: readonly [input: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * int get_last_error(void)
       * ```
       *
       * Why the last call of `perform_operation` failed; OPERATION_OK when it did not fail, or when there was none.
       *
       * Ask before anything else: every call of this library may replace the error, `get_error_string` too. Asking does not.
       */
      get_last_error: { readonly parameters: readonly []; readonly result: "i32" };
      /**
       * ```c
       * const char *get_error_string(int code)
       * ```
       *
       * The error in words, or NULL for a number that is no error of this library.
       *
       * The text is part of the library: never release it. It is good until the next call of `get_error_string`, which may write
       * another one in its place.
       *
       * The result is borrowed. The result may be NULL.
       */
      get_error_string: { readonly parameters: readonly [code: "i32"]; readonly result: "pointer" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    events: {
      /**
       * ```c
       * int register_event_handler(event_callback handler, void *user_data)
       * ```
       *
       * Registers a handler, and returns its number for `unregister_event_handler`.
       *
       * The library keeps both pointers until then: the caller keeps the handler callable, and what `user_data` points at
       * alive. The same handler may be registered more than once. Returns -1 for a handler that is NULL, and -2 when
       * EVENTS_MOST_HANDLERS are registered.
       *
       * The library keeps the pointer `handler` after the call. The library keeps the pointer `user_data` after the call.
       */
      register_event_handler: { readonly parameters: readonly [handler: "function", user_data: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void unregister_event_handler(int id)
       * ```
       *
       * Forgets the handler with this number; it is called no more. A number that no handler has is passed over.
       */
      unregister_event_handler: { readonly parameters: readonly [id: "i32"]; readonly result: "void" };
      /**
       * ```c
       * void trigger_event(int type, const void *data)
       * ```
       *
       * Triggers an event with data whose length is not given.
       *
       * The library cannot know how long the data is, and guesses: it tells every handler that there are 64 bytes. What is
       * shorter is read past its end. Kept for programs of old; new ones use `trigger_event_sized`.
       */
      trigger_event: { readonly parameters: readonly [type: "i32", data: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void trigger_event_sized(int type, const void *data, size_t len)
       * ```
       *
       * Triggers an event with `len` bytes of data, which are read during the call only. `data` may be NULL when `len` is 0.
       *
       * When there is no memory for the copy that handlers get, none is called.
       */
      trigger_event_sized: { readonly parameters: readonly [type: "i32", data: "pointer", len: "usize"]; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    handles: {
      /**
       * ```c
       * Handle *create_handle(const uint8_t *config, size_t len)
       * ```
       *
       * Makes a handle from a configuration of `len` bytes.
       *
       * The bytes are copied: they may be changed or released as soon as the call has returned. An empty configuration is
       * allowed, and `config` may then be NULL. Returns NULL when the configuration is longer than HANDLE_MOST_CONFIG_BYTES,
       * when `config` is NULL though `len` is not 0, or when there is no memory. The caller releases the handle with
       * `destroy_handle`.
       *
       * The caller releases the result with `destroy_handle`. The result may be NULL.
       */
      create_handle: { readonly parameters: readonly [config: "pointer", len: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * int use_handle(const Handle *handle)
       * ```
       *
       * Uses the handle: the sum of its configuration's bytes, plus how often the handle has been used before.
       *
       * Returns -1 for NULL. Counts its uses inside the handle, although the pointer is const: that is why one handle must not
       * be used from two threads at once.
       */
      use_handle: { readonly parameters: readonly [handle: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void destroy_handle(Handle *handle)
       * ```
       *
       * Releases the handle and all that belongs to it. NULL is allowed and does nothing. The handle is not used afterwards.
       *
       * The library takes `handle`: it is not the caller's any more.
       */
      destroy_handle: { readonly parameters: readonly [handle: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    kernels: {
      /**
       * ```c
       * void nop(void)
       * ```
       *
       * Does nothing: the cost of a call.
       */
      nop: { readonly parameters: readonly []; readonly result: "void" };
      /**
       * ```c
       * int32_t add_i32(int32_t left, int32_t right)
       * ```
       *
       * The sum, wrapping at 32 bits.
       */
      add_i32: { readonly parameters: readonly [left: "i32", right: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * double add_f64(double left, double right)
       * ```
       *
       * The sum.
       */
      add_f64: { readonly parameters: readonly [left: "f64", right: "f64"]; readonly result: "f64" };
      /**
       * ```c
       * uint32_t kernel_hash(const uint8_t *data, size_t bytes, uint32_t rounds)
       * ```
       *
       * FNV-1a over the bytes.
       */
      kernel_hash: { readonly parameters: readonly [data: "pointer", bytes: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_sum(const int32_t *numbers, size_t count, uint32_t rounds)
       * ```
       *
       * Adds up integers.
       */
      kernel_sum: { readonly parameters: readonly [numbers: "pointer", count: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_fill(uint8_t *data, size_t bytes, uint32_t rounds)
       * ```
       *
       * Writes a changing pattern, a byte at a time.
       */
      kernel_fill: { readonly parameters: readonly [data: "pointer", bytes: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_copy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds)
       * ```
       *
       * Copies a byte at a time.
       */
      kernel_copy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_memcpy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds)
       * ```
       *
       * Copies with the C library's memcpy.
       */
      kernel_memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_strlen(const char *text, uint32_t rounds)
       * ```
       *
       * Counts the bytes before the NUL, one at a time.
       */
      kernel_strlen: { readonly parameters: readonly [text: "pointer", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_sort(uint32_t *numbers, size_t count, uint32_t rounds)
       * ```
       *
       * Fills the array with pseudo-random numbers and sorts it.
       */
      kernel_sort: { readonly parameters: readonly [numbers: "pointer", count: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_list(struct kernel_node *nodes, size_t count, uint32_t rounds)
       * ```
       *
       * Links the nodes in a scattered order, and adds up their values along the links.
       */
      kernel_list: { readonly parameters: readonly [nodes: "pointer", count: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_store(struct kernel_entry *entries, size_t count, uint32_t rounds)
       * ```
       *
       * A key-value store: sets, reads and counts a few texts in a table of `count` places, which it empties first. At most
       * half of the places are used.
       */
      kernel_store: { readonly parameters: readonly [entries: "pointer", count: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_malloc(size_t bytes, uint32_t rounds)
       * ```
       *
       * Allocates blocks of `bytes` and releases each at once.
       */
      kernel_malloc: { readonly parameters: readonly [bytes: "usize", rounds: "u32"]; readonly result: "u32" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    monitors: {
      /**
       * ```c
       * Monitor *open_monitor(const char *name)
       * ```
       *
       * Opens a monitor with a copy of `name`. Returns NULL when there is no memory. The caller releases it with `close_monitor`.
       *
       * The caller releases the result with `close_monitor`. The result may be NULL.
       */
      open_monitor: { readonly parameters: readonly [name: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * void close_monitor(Monitor *monitor)
       * ```
       *
       * Closes a monitor, and ends all of its watchers: none is called any more. NULL is allowed and does nothing. The monitor
       * is not used afterwards.
       *
       * A watcher may close the monitor that is calling it. The other watchers are not called any more then, and the monitor's
       * memory is released when the outermost `feed_monitor` of it returns; only the library uses it until then.
       *
       * The library takes `monitor`: it is not the caller's any more.
       */
      close_monitor: { readonly parameters: readonly [monitor: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * int watch_monitor(Monitor *monitor, watcher watch, void *user_data)
       * ```
       *
       * Registers a watcher of this monitor, and returns its number for `unwatch_monitor`: 1 or more. Another monitor's watcher
       * may have the same one.
       *
       * The library keeps both pointers until `unwatch_monitor` or `close_monitor`: the caller keeps the watcher callable, and
       * what `user_data` points at alive. The same watcher may be registered more than once. One that is registered while the
       * monitor is fed hears of the next value first. Returns MONITOR_NO_WATCHER or MONITOR_NO_ROOM when nothing was registered.
       *
       * The library keeps the pointer `watch` after the call. The library keeps the pointer `user_data` after the call.
       */
      watch_monitor: { readonly parameters: readonly [monitor: "pointer", watch: "function", user_data: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * int unwatch_monitor(Monitor *monitor, int id)
       * ```
       *
       * Ends the watcher of this monitor that has this number; it is called no more, from this moment on. Returns 0, or
       * MONITOR_UNKNOWN when the monitor has none with the number.
       */
      unwatch_monitor: { readonly parameters: readonly [monitor: "pointer", id: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * int feed_monitor(Monitor *monitor, double value)
       * ```
       *
       * Tells every watcher of a value. Returns how many were called.
       */
      feed_monitor: { readonly parameters: readonly [monitor: "pointer", value: "f64"]; readonly result: "i32" };
      /**
       * ```c
       * char *describe_monitor(const Monitor *monitor)
       * ```
       *
       * Describes a monitor, as in "door: 3 values, 1 watcher". Returns NULL when there is no memory. Every call makes a new
       * text, which the caller releases with `free_description`.
       *
       * The caller releases the result with `free_description`. The result may be NULL.
       */
      describe_monitor: { readonly parameters: readonly [monitor: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * void free_description(char *description)
       * ```
       *
       * Releases a text that `describe_monitor` returned. NULL is allowed and does nothing.
       *
       * The library takes `description`: it is not the caller's any more.
       */
      free_description: { readonly parameters: readonly [description: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    plugins: {
      /**
       * ```c
       * int load_plugin(const Plugin *plugin)
       * ```
       *
       * Loads a plugin behind those that are loaded, calls its `start`, and returns its number for `unload_plugin`: 1 or more,
       * and never one that another plugin had.
       *
       * The table is NOT copied: the host keeps its address, and reads a function from it whenever it calls one. Until the
       * plugin is unloaded the caller keeps the table where it is, what `user_data` points at alive, and the functions callable.
       *
       * Returns a negative number when the plugin is not loaded: PLUGIN_UNSUPPORTED_VERSION, PLUGIN_INCOMPLETE,
       * PLUGIN_NO_ROOM or PLUGIN_NOT_STARTED. The host then keeps nothing, and calls none of the plugin's functions any more;
       * before PLUGIN_NOT_STARTED it has called `start`, and no `stop` follows.
       *
       * The library keeps the pointer `plugin` after the call.
       */
      load_plugin: { readonly parameters: readonly [plugin: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * int unload_plugin(int id)
       * ```
       *
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
      unload_plugin: { readonly parameters: readonly [id: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * int run_plugins(int value)
       * ```
       *
       * Passes a value through the `process` of every loaded plugin, in the order of loading, each getting what the one before
       * it made, and returns what the last one made: `value` itself when no plugin is loaded.
       *
       * Values are 0 or more. A negative one is returned as it is, and no plugin is called. A plugin that fails is skipped: the
       * next one gets the value that it had been given, and `plugin_failures` counts it.
       *
       * A plugin may run the plugins again, and load and unload plugins, itself too. One that is loaded meanwhile is first called
       * by the next run.
       */
      run_plugins: { readonly parameters: readonly [value: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * int plugin_failures(int id)
       * ```
       *
       * How often the plugin with this number has failed, or PLUGIN_UNKNOWN.
       */
      plugin_failures: { readonly parameters: readonly [id: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * int plugin_count(void)
       * ```
       *
       * How many plugins are loaded.
       */
      plugin_count: { readonly parameters: readonly []; readonly result: "i32" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    primes: {
      /**
       * ```c
       * int next_prime(int from)
       * ```
       *
       * The smallest prime number that is greater than `from`.
       *
       * Returns -1 when `from` is negative, and when no `int` is such a prime: from 2147483647 on, which is the largest `int`
       * and a prime itself. The work is bounded: no two such primes are more than 292 apart, and each number between them takes
       * less than 16,000 divisions.
       */
      next_prime: { readonly parameters: readonly [from: "i32"]; readonly result: "i32" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    queue: {
      /**
       * ```c
       * Message *create_message(int number, const char *text)
       * ```
       *
       * Makes a message with a copy of `text`, which may be NULL for none. Text that is too long is cut off. Returns NULL when
       * there is no memory. The caller releases the message with `free_message`, or gives it to a queue.
       *
       * The caller releases the result with `free_message`. The result may be NULL.
       */
      create_message: { readonly parameters: readonly [number: "i32", text: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * void free_message(Message *message)
       * ```
       *
       * Releases a message that the caller owns. NULL is allowed and does nothing.
       *
       * The library takes `message`: it is not the caller's any more.
       */
      free_message: { readonly parameters: readonly [message: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * Queue *create_queue(void)
       * ```
       *
       * Makes an empty queue. Returns NULL when there is no memory. The caller releases it with `destroy_queue`.
       *
       * The caller releases the result with `destroy_queue`. The result may be NULL.
       */
      create_queue: { readonly parameters: readonly []; readonly result: "pointer" };
      /**
       * ```c
       * void destroy_queue(Queue *queue)
       * ```
       *
       * Releases the queue and the messages that are left in it. NULL is allowed and does nothing.
       *
       * The library takes `queue`: it is not the caller's any more.
       */
      destroy_queue: { readonly parameters: readonly [queue: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void push_message(Queue *queue, Message *message)
       * ```
       *
       * Puts a message at the queue's end. The message is the queue's from here on: the caller does not touch it again.
       *
       * The library takes `message`: it is not the caller's any more.
       */
      push_message: { readonly parameters: readonly [queue: "pointer", message: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * Message *pop_message(Queue *queue)
       * ```
       *
       * Takes the oldest message out of the queue. It is the caller's then, who releases it with `free_message` or pushes it
       * once more. Returns NULL when the queue is empty.
       *
       * The caller releases the result with `free_message`. The result may be NULL.
       */
      pop_message: { readonly parameters: readonly [queue: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * const Message *peek_message(const Queue *queue)
       * ```
       *
       * The oldest message, which stays in the queue and the queue's: good to be read until it is popped. NULL when there is none.
       *
       * The result is borrowed. The result may be NULL.
       */
      peek_message: { readonly parameters: readonly [queue: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * size_t queue_length(const Queue *queue)
       * ```
       *
       * How many messages are in the queue.
       */
      queue_length: { readonly parameters: readonly [queue: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    strings: {
      /**
       * ```c
       * const char *get_version(void)
       * ```
       *
       * The library's version, such as "1.2.0".
       *
       * The text is part of the library and lives as long as it does: never release it. A build without a version
       * returns NULL.
       *
       * The result is borrowed. The result may be NULL.
       */
      get_version: { readonly parameters: readonly []; readonly result: "pointer" };
      /**
       * ```c
       * bool set_name(const char *name)
       * ```
       *
       * Sets the name the library works under.
       *
       * The text is copied: it may be changed or released as soon as the call has returned. The library releases its copy
       * itself, when the next name replaces it. Returns false, and keeps the name it had, when `name` is NULL or empty or
       * when there is no memory for the copy; `get_error_message` then says why.
       */
      set_name: { readonly parameters: readonly [name: "pointer"]; readonly result: "bool" };
      /**
       * ```c
       * char *get_error_message(void)
       * ```
       *
       * Why the last call of `set_name` failed, or NULL when it did not fail.
       *
       * Every call makes a new text, which the caller has to release with `free_string`.
       *
       * The caller releases the result with `free_string`. The result may be NULL.
       */
      get_error_message: { readonly parameters: readonly []; readonly result: "pointer" };
      /**
       * ```c
       * void free_string(char *text)
       * ```
       *
       * Releases a text that `get_error_message` returned. NULL is allowed and does nothing.
       *
       * Each text is released once, and not used afterwards.
       *
       * The library takes `text`: it is not the caller's any more.
       */
      free_string: { readonly parameters: readonly [text: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void store_string(const char *text)
       * ```
       *
       * Remembers `text` for `stored_length`.
       *
       * The text is NOT copied: the library keeps the pointer after the call, so the text has to stay where it is, unchanged,
       * until another one is stored. NULL makes the library forget the one it has.
       *
       * The library keeps the pointer `text` after the call.
       */
      store_string: { readonly parameters: readonly [text: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t stored_length(void)
       * ```
       *
       * How many bytes the stored text has now, without its NUL; 0 when none is stored. Reads the text at every call.
       */
      stored_length: { readonly parameters: readonly []; readonly result: "usize" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    structs: {
      /**
       * ```c
       * double calculate_distance(Point from, Point to)
       * ```
       *
       * The distance between two points. Both are copied into the call.
       */
      calculate_distance: { readonly parameters: readonly [from: { readonly struct: "Point" }, to: { readonly struct: "Point" }]; readonly result: "f64" };
      /**
       * ```c
       * bool rect_contains_point(const Rect *rect, Point point)
       * ```
       *
       * Whether the point lies in the rectangle or on its edge. The rectangle is read during the call only.
       */
      rect_contains_point: { readonly parameters: readonly [rect: "pointer", point: { readonly struct: "Point" }]; readonly result: "bool" };
      /**
       * ```c
       * Color *create_gradient(Color start, Color end, int steps)
       * ```
       *
       * An array of `steps` colours that go from `start` to `end` in equal steps, both included; one step is `start` alone.
       *
       * Returns NULL when `steps` is less than 1 or when there is no memory. The caller releases the array, as a whole, with
       * `free_colors`.
       *
       * The caller releases the result with `free_colors`. The result may be NULL.
       */
      create_gradient: { readonly parameters: readonly [start: { readonly struct: "Color" }, end: { readonly struct: "Color" }, steps: "i32"]; readonly result: "pointer" };
      /**
       * ```c
       * void free_colors(Color *colors)
       * ```
       *
       * Releases an array that `create_gradient` returned. NULL is allowed and does nothing.
       *
       * The library takes `colors`: it is not the caller's any more.
       */
      free_colors: { readonly parameters: readonly [colors: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    texts: {
      /**
       * ```c
       * size_t to_capitals(const char *text, char *out, size_t room)
       * ```
       *
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
      to_capitals: { readonly parameters: readonly [text: "pointer", out: "pointer", room: "usize"]; readonly result: "usize" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
    zerocopy: {
      /**
       * ```c
       * Buffer *create_buffer(size_t size)
       * ```
       *
       * Makes a buffer of `size` bytes, all 0. Returns NULL when `size` is 0 or when there is no memory. The caller releases it
       * with `destroy_buffer`.
       *
       * The caller releases the result with `destroy_buffer`. The result may be NULL.
       */
      create_buffer: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void destroy_buffer(Buffer *buffer)
       * ```
       *
       * Releases the buffer and its bytes: pointers into them are stale. NULL is allowed and does nothing.
       *
       * The library takes `buffer`: it is not the caller's any more.
       */
      destroy_buffer: { readonly parameters: readonly [buffer: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * uint8_t *get_buffer_data(Buffer *buffer)
       * ```
       *
       * Where the buffer's bytes are. They stay the library's: read and write them, and do not release them.
       *
       * The pointer is good until the next `grow_buffer` or `destroy_buffer` of this buffer; then ask again.
       *
       * The result is borrowed.
       */
      get_buffer_data: { readonly parameters: readonly [buffer: "pointer"]; readonly result: "pointer" };
      /**
       * ```c
       * size_t get_buffer_size(const Buffer *buffer)
       * ```
       *
       * How many bytes there are.
       */
      get_buffer_size: { readonly parameters: readonly [buffer: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int process_buffer(Buffer *buffer)
       * ```
       *
       * Turns each byte into its complement, in place. Returns 0 when it worked. Any other number would say why not; there is
       * none yet.
       */
      process_buffer: { readonly parameters: readonly [buffer: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * bool grow_buffer(Buffer *buffer, size_t size)
       * ```
       *
       * Makes the buffer `size` bytes long; those it had stay, those it gains are 0.
       *
       * The bytes move to another place, always. Returns false, and changes nothing, when `size` is smaller than the buffer is
       * or when there is no memory.
       */
      grow_buffer: { readonly parameters: readonly [buffer: "pointer", size: "usize"]; readonly result: "bool" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly [size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly [count: "usize", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly [block: "pointer", size: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly [block: "pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly [text: "pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly [left: "pointer", right: "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly [to: "pointer", from: "pointer", bytes: "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly [to: "pointer", value: "i32", bytes: "usize"]; readonly result: "pointer" };
    };
  }
}

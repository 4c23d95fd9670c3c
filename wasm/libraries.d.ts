declare module "ffi" {
  interface Libraries {
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
      add_i32: { readonly parameters: readonly ["i32", "i32"]; readonly result: "i32" };
      /**
       * ```c
       * double add_f64(double left, double right)
       * ```
       *
       * The sum.
       */
      add_f64: { readonly parameters: readonly ["f64", "f64"]; readonly result: "f64" };
      /**
       * ```c
       * uint32_t kernel_hash(const uint8_t *data, size_t bytes, uint32_t rounds)
       * ```
       *
       * FNV-1a over the bytes.
       */
      kernel_hash: { readonly parameters: readonly ["pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_sum(const int32_t *numbers, size_t count, uint32_t rounds)
       * ```
       *
       * Adds up integers.
       */
      kernel_sum: { readonly parameters: readonly ["pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_fill(uint8_t *data, size_t bytes, uint32_t rounds)
       * ```
       *
       * Writes a changing pattern, a byte at a time.
       */
      kernel_fill: { readonly parameters: readonly ["pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_copy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds)
       * ```
       *
       * Copies a byte at a time.
       */
      kernel_copy: { readonly parameters: readonly ["pointer", "pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_memcpy(uint8_t *to, const uint8_t *from, size_t bytes, uint32_t rounds)
       * ```
       *
       * Copies with the C library's memcpy.
       */
      kernel_memcpy: { readonly parameters: readonly ["pointer", "pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_strlen(const char *text, uint32_t rounds)
       * ```
       *
       * Counts the bytes before the NUL, one at a time.
       */
      kernel_strlen: { readonly parameters: readonly ["pointer", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_sort(uint32_t *numbers, size_t count, uint32_t rounds)
       * ```
       *
       * Fills the array with pseudo-random numbers and sorts it.
       */
      kernel_sort: { readonly parameters: readonly ["pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_list(struct kernel_node *nodes, size_t count, uint32_t rounds)
       * ```
       *
       * Links the nodes in a scattered order, and adds up their values along the links.
       */
      kernel_list: { readonly parameters: readonly ["pointer", "usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * uint32_t kernel_malloc(size_t bytes, uint32_t rounds)
       * ```
       *
       * Allocates blocks of `bytes` and releases each at once.
       */
      kernel_malloc: { readonly parameters: readonly ["usize", "u32"]; readonly result: "u32" };
      /**
       * ```c
       * void *malloc(size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      malloc: { readonly parameters: readonly ["usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly ["usize", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly ["pointer", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly ["pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly ["pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly ["pointer", "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly ["pointer", "pointer", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly ["pointer", "i32", "usize"]; readonly result: "pointer" };
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
      set_name: { readonly parameters: readonly ["pointer"]; readonly result: "bool" };
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
      free_string: { readonly parameters: readonly ["pointer"]; readonly result: "void" };
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
      store_string: { readonly parameters: readonly ["pointer"]; readonly result: "void" };
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
      malloc: { readonly parameters: readonly ["usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *calloc(size_t count, size_t size)
       * ```
       *
       * The caller releases the result with `free`. The result may be NULL.
       */
      calloc: { readonly parameters: readonly ["usize", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *realloc(void *block, size_t size)
       * ```
       *
       * The library takes `block`: it is not the caller's any more. The caller releases the result with `free`. The result may be NULL.
       */
      realloc: { readonly parameters: readonly ["pointer", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void free(void *block)
       * ```
       *
       * The library takes `block`: it is not the caller's any more.
       */
      free: { readonly parameters: readonly ["pointer"]; readonly result: "void" };
      /**
       * ```c
       * size_t strlen(const char *text)
       * ```
       */
      strlen: { readonly parameters: readonly ["pointer"]; readonly result: "usize" };
      /**
       * ```c
       * int strcmp(const char *left, const char *right)
       * ```
       */
      strcmp: { readonly parameters: readonly ["pointer", "pointer"]; readonly result: "i32" };
      /**
       * ```c
       * void *memcpy(void *to, const void *from, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memcpy: { readonly parameters: readonly ["pointer", "pointer", "usize"]; readonly result: "pointer" };
      /**
       * ```c
       * void *memset(void *to, int value, size_t bytes)
       * ```
       *
       * The result is borrowed.
       */
      memset: { readonly parameters: readonly ["pointer", "i32", "usize"]; readonly result: "pointer" };
    };
  }
}

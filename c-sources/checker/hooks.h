/**
 * What the checker asks of its host, and its numbers for faults and allocators. These three functions are all that the
 * checker imports. A C program of its own imports more, each declared where it is called: `ffi_hook_unwritten` in
 * `definedness/`, `ffi_hook_number`, `ffi_hook_text` and `ffi_hook_duplicate` in `posix/`, and `ffi_hook_main`, which the
 * build calls before `main`. The host that instantiates a binary provides what it imports.
 */
#ifndef CHECKER_HOOKS_H
#define CHECKER_HOOKS_H

#include <stdint.h>

enum fault_kind {
  FAULT_READ = 1,
  FAULT_WRITE = 2,
  FAULT_DOUBLE_FREE = 3,
  FAULT_INVALID_FREE = 4,
  FAULT_UNTERMINATED_STRING = 5,
  FAULT_OVERLAP = 6,
  FAULT_STACK_EXHAUSTED = 7,
};

enum allocator {
  BY_MALLOC = 1,
  BY_CALLOC = 2,
  BY_REALLOC = 3,
  BY_ALIGNED_ALLOC = 4,
  BY_STRDUP = 5,
};

/** A block is live and may be accessed. */
void ffi_hook_allocated(uint32_t address, uint32_t bytes, uint32_t allocator, uint32_t site);

/** Asked before a live block is released. 0 refuses: then nothing happens to the block. */
uint32_t ffi_hook_release(uint32_t address, uint32_t site);

/**
 * Something wrong is about to happen; the host may throw, and then it does not.
 *
 * FAULT_READ, FAULT_WRITE: `address` is the first byte that may not be accessed, `bytes` the size of the whole access.
 * FAULT_DOUBLE_FREE: the block, and its size. FAULT_INVALID_FREE: the pointer, and 0.
 * FAULT_UNTERMINATED_STRING: where the string begins, and how many of its bytes may be read.
 * FAULT_OVERLAP: the destination, and the size of the copy.
 * FAULT_STACK_EXHAUSTED: where the stack pointer would have gone, and 0. The program cannot go on: a trap follows.
 */
void ffi_hook_fault(uint32_t kind, uint32_t address, uint32_t bytes, uint32_t site);

#endif

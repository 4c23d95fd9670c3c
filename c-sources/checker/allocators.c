/** The allocators a program calls. The linker's --wrap puts them before the C library's. */
#include "blocks.h"
#include "checks.h"
#include "definedness.h"
#include "failures.h"
#include "faults.h"
#include "location.h"
#include "quarantine.h"
#include "real.h"
#include "shadow.h"
#include "uninit-pattern.h"
#include <errno.h>

/*
 * Every allocation of the program's, and none that the C library makes for itself, comes through here. One that fails by
 * itself is not counted: those that count are those that the host is told of, and the one that fails on request.
 */
static uint32_t reserve(uint32_t bytes, uint32_t alignment) {
  uint32_t block = block_make(bytes, alignment);
  if (block != 0 && failure_is_due()) {
    block_give_back(block);
    block = 0;
  }
  if (block == 0) {
    errno = ENOMEM;
  }
  return block;
}

/* `number`: what the unwritten bytes are made from; 0 for a new one. */
static uint32_t make(uint32_t bytes, uint32_t alignment, enum allocator allocator, uint32_t number, uint32_t location) {
  uint32_t block = reserve(bytes, alignment);
  if (block != 0) {
    fresh_fill(block, number);
    values_fresh(block, bytes, location);
    ffi_hook_allocated(block, bytes, allocator, location);
  }
  return block;
}

/* Says what is wrong with releasing `address`, if anything is. */
static bool may_be_released(uint32_t address, uint32_t location) {
  switch (block_state(address)) {
  case BLOCK_LIVE:
    return true;
  case BLOCK_FREED:
    fault(FAULT_DOUBLE_FREE, address, header_of(address)->bytes, location);
    return false;
  default:
    fault(FAULT_INVALID_FREE, address, 0, location);
    return false;
  }
}

static void release(uint32_t block, uint32_t location) {
  if (ffi_hook_release(block, location) == 0) {
    return;
  }
  block_mark_freed(block);
  quarantine_add(block);
}

void *__wrap_malloc(uint32_t bytes) {
  return as_pointer(make(bytes, 0, BY_MALLOC, 0, take_location()));
}

void __wrap_free(uint32_t block) {
  uint32_t location = take_location();
  if (block != 0 && may_be_released(block, location)) {
    release(block, location);
  }
}

void *__wrap_calloc(uint32_t count, uint32_t size) {
  uint32_t location = take_location();
  uint32_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    errno = ENOMEM;
    return 0;
  }
  uint32_t block = reserve(bytes, 0);
  if (block == 0) {
    return 0;
  }
  __real_memset(as_pointer(block), 0, bytes);
  values_written(block, bytes);
  ffi_hook_allocated(block, bytes, BY_CALLOC, location);
  return as_pointer(block);
}

/* Always moves: a program that goes on using the old address is found whether or not the block had room to grow. */
void *__wrap_realloc(uint32_t old, uint32_t bytes) {
  uint32_t location = take_location();
  if (old == 0) {
    return as_pointer(make(bytes, 0, BY_REALLOC, 0, location));
  }
  if (!may_be_released(old, location)) {
    return 0;
  }
  /* What was unwritten is unwritten in the copy too. */
  uint32_t block = make(bytes, 0, BY_REALLOC, header_of(old)->link, location);
  if (block == 0) {
    return 0;
  }
  uint32_t had = header_of(old)->bytes;
  __real_memcpy(as_pointer(block), as_pointer(old), had < bytes ? had : bytes);
  values_copied(block, old, had < bytes ? had : bytes);
  release(old, location);
  return as_pointer(block);
}

static bool is_power_of_two(uint32_t number) {
  return number != 0 && (number & (number - 1)) == 0;
}

void *__wrap_aligned_alloc(uint32_t alignment, uint32_t bytes) {
  uint32_t location = take_location();
  if (!is_power_of_two(alignment)) {
    errno = EINVAL;
    return 0;
  }
  return as_pointer(make(bytes, alignment, BY_ALIGNED_ALLOC, 0, location));
}

void *__wrap_memalign(uint32_t alignment, uint32_t bytes) {
  return __wrap_aligned_alloc(alignment, bytes);
}

int __wrap_posix_memalign(void **result, uint32_t alignment, uint32_t bytes) {
  uint32_t location = take_location();
  if (!is_power_of_two(alignment) || alignment < sizeof(void *)) {
    return EINVAL;
  }
  uint32_t block = make(bytes, alignment, BY_ALIGNED_ALLOC, 0, location);
  if (block == 0) {
    return ENOMEM;
  }
  *result = as_pointer(block);
  return 0;
}

uint32_t __wrap_malloc_usable_size(uint32_t block) {
  return block_state(block) == BLOCK_LIVE ? header_of(block)->bytes : 0;
}

static void *duplicate(uint32_t text, uint32_t length, uint32_t location) {
  uint32_t copy = reserve(length + 1, 0);
  if (copy == 0) {
    return 0;
  }
  __real_memcpy(as_pointer(copy), as_pointer(text), length);
  ((char *)as_pointer(copy))[length] = '\0';
  values_written(copy, length + 1);
  ffi_hook_allocated(copy, length + 1, BY_STRDUP, location);
  return as_pointer(copy);
}

void *__wrap_strdup(uint32_t text) {
  uint32_t location = take_location();
  return duplicate(text, check_string(text, UINT32_MAX, location), location);
}

void *__wrap_strndup(uint32_t text, uint32_t most) {
  uint32_t location = take_location();
  return duplicate(text, check_string(text, most, location), location);
}

/*
 * Names under which Emscripten's C library allocates for itself, past a program's malloc (the environment's texts, for
 * one). They are blocks like any other, but the host is not told: no line of the program made them.
 */
void *__wrap_emscripten_builtin_malloc(uint32_t bytes) {
  return as_pointer(block_make(bytes, 0));
}

void *__wrap_emscripten_builtin_memalign(uint32_t alignment, uint32_t bytes) {
  return as_pointer(block_make(bytes, alignment));
}

void __wrap_emscripten_builtin_free(uint32_t block) {
  if (block_state(block) == BLOCK_LIVE) {
    block_mark_freed(block);
    quarantine_add(block);
  }
}

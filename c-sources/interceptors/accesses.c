/**
 * Called before a function of the C library, for what it will do with the memory it is given; see `accesses.ts`. What
 * may not be written is reported, and the function is given other memory: it would destroy what its neighbours and the
 * checker keep there. A string without an end is reported, and the function is given one with an end: what it would find
 * behind it says nothing about the program. Such memory belongs to no block, and stays.
 */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "location.h"
#include "own-memory.h"
#include "real.h"
#include <stddef.h>

/* Leaves the location stored: the call that it belongs to is still to come. */
static uint32_t peek_location(void) {
  ffi_location_is_direct = ffi_location != 0;
  return ffi_location != 0 ? ffi_location : ffi_outer_location;
}

static uint32_t whole_size(uint32_t count, uint32_t size) {
  uint32_t bytes;
  return __builtin_mul_overflow(count, size, &bytes) ? UINT32_MAX : bytes;
}

void ffi_before_read(uint32_t address, uint32_t count, uint32_t size) {
  if (count != 0) {
    check_read(address, whole_size(count, size), peek_location());
  }
}

/** The same where what the function does depends on what it reads. */
void ffi_before_use(uint32_t address, uint32_t count, uint32_t size) {
  uint32_t location = peek_location();
  uint32_t bytes = whole_size(count, size);
  if (check_read(address, bytes, location) == bytes) {
    values_used(address, bytes, location);
  }
}

/** Where the function is to write. */
uint32_t ffi_before_write(uint32_t address, uint32_t count, uint32_t size) {
  uint32_t bytes = whole_size(count, size);
  uint32_t allowed = count == 0 ? 0 : check_write(address, bytes, peek_location());
  if (allowed == bytes || count == 0) {
    return address;
  }
  void *elsewhere = new_memory(bytes);
  if (elsewhere == NULL) {
    return address;
  }
  __real_memset(elsewhere, 0, bytes);
  __real_memcpy(elsewhere, as_pointer(address), allowed);
  return (uint32_t)(uintptr_t)elsewhere;
}

/* A string that has its end: the one given, or a copy of as much of it as may be read. `unit`: bytes of a character. */
static uint32_t with_end(uint32_t address, uint32_t length, uint32_t unit) {
  if (shadow_accessible(address + length * unit, unit) == unit) {
    return address;
  }
  char *copy = new_memory((length + 1) * unit);
  if (copy == NULL) {
    return address;
  }
  __real_memcpy(copy, as_pointer(address), length * unit);
  __real_memset(copy + length * unit, 0, unit);
  return (uint32_t)(uintptr_t)copy;
}

/** Which string the function is to be given. */
uint32_t ffi_before_text(uint32_t address) {
  return with_end(address, check_string(address, UINT32_MAX, peek_location()), 1);
}

uint32_t ffi_before_wide(uint32_t address) {
  return with_end(address, check_wide_string(address, UINT32_MAX, peek_location()), sizeof(wchar_t));
}

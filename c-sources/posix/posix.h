/**
 * Functions of a Unix that WASI's C library does not have. Each file beside this one is linked into a program that calls
 * something of it, and gives way to functions of the program's own.
 *
 * What such a function cannot do here it refuses as a Unix may: with ENOSYS.
 */
#ifndef POSIX_POSIX_H
#define POSIX_POSIX_H

#include "abi.h"
#include "checks.h"
#include "definedness.h"
#include "location.h"
#include "shadow.h"
#include <errno.h>
#include <stddef.h>

/** Before each of these functions. */
#define WEAK __attribute__((weak))

static inline int refuse(int error) {
  errno = error;
  return -1;
}

static inline uint32_t text_length(const char *text) {
  uint32_t length = 0;
  while (text[length] != '\0') {
    length++;
  }
  return length;
}

/** Checks a text that the program has given. */
static inline void check_text(const char *text, uint32_t location) {
  check_string((uint32_t)(uintptr_t)text, UINT32_MAX, location);
}

/** Writes into memory that the program has given, as much as may be written there. */
static inline void hand_over(void *to, const void *from, uint32_t bytes, uint32_t location) {
  uint32_t address = (uint32_t)(uintptr_t)to;
  uint32_t allowed = check_write(address, bytes, location);
  for (uint32_t i = 0; i < allowed; i++) {
    ((char *)to)[i] = ((const char *)from)[i];
  }
  values_written(address, allowed);
}

/** The same for a text and its NUL; with ERANGE if there are too few bytes for it. Returns an error, or 0. */
static inline int hand_over_text(char *to, uint32_t bytes, const char *text, uint32_t location) {
  uint32_t needed = text_length(text) + 1;
  if (needed > bytes) {
    return ERANGE;
  }
  hand_over(to, text, needed, location);
  return 0;
}

#endif

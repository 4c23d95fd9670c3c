/**
 * Checks of whole ranges and strings, for the C library's functions, whose code is not instrumented. Each tells the
 * host before anything is accessed, and says how much may be: when the host lets the program go on, the function does
 * its work on that much, so that it cannot destroy what the checker knows about the heap.
 */
#ifndef CHECKER_CHECKS_H
#define CHECKER_CHECKS_H

#include "abi.h"

/** How many bytes from `address` on may be read, at most `bytes`. */
uint32_t check_read(uint32_t address, uint32_t bytes, uint32_t location);

/** How many bytes from `address` on may be written, at most `bytes`. */
uint32_t check_write(uint32_t address, uint32_t bytes, uint32_t location);

/** How many bytes precede the string's NUL, at most `limit`; for a string without one, how many may be read. */
uint32_t check_string(uint32_t address, uint32_t limit, uint32_t location);

/** The same for a text of wide characters; `limit` and the result count these. */
uint32_t check_wide_string(uint32_t text, uint32_t limit, uint32_t location);

/** Whether two ranges of this size share a byte without being the same. */
static inline int ranges_overlap(uint32_t one, uint32_t bytes, uint32_t other, uint32_t other_bytes) {
  return one < other + other_bytes && other < one + bytes;
}

#endif

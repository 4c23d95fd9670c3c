/**
 * Globals that must not be written: `const` ones, and text literals. Their shadow is that of any other global, so that
 * reading them costs nothing; a write asks here.
 */
#ifndef CHECKER_CONSTANTS_H
#define CHECKER_CONSTANTS_H

#include "shadow.h"

/* The linker puts them all in one place. Nothing that may be written stands between them. */
extern uint32_t constants_begin;
extern uint32_t constants_end;

static inline bool is_constant(uint32_t address) {
  return address - constants_begin < constants_end - constants_begin;
}

/** How many bytes from `address` on may be written, at most `bytes`. Before a constant nothing may be accessed at all. */
static inline uint32_t shadow_writable(uint32_t address, uint32_t bytes) {
  return is_constant(address) ? 0 : shadow_accessible(address, bytes);
}

#endif

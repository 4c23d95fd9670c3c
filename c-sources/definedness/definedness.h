/**
 * Whether a byte was written. Where the program's own stores and values are followed, the C library's functions
 * say here what they write, copy and use; elsewhere this is nothing, and costs nothing.
 */
#ifndef DEFINEDNESS_DEFINEDNESS_H
#define DEFINEDNESS_DEFINEDNESS_H

#include "abi.h"
#include <stdint.h>

#ifdef FFI_FOLLOWS_VALUES

/** A new block, in which nothing was written. */
void values_fresh(uint32_t address, uint32_t bytes, uint32_t location);

/** These bytes have been written. */
void values_written(uint32_t address, uint32_t bytes);

/** These bytes are copies: what was unwritten is unwritten there too. The ranges may overlap. */
void values_copied(uint32_t to, uint32_t from, uint32_t bytes);

/** What a function does depends on these bytes. Tells the host when one was never written. */
void values_used(uint32_t address, uint32_t bytes, uint32_t location);

/* Where addresses begin that are no shadow of what the program has written: below is nothing that it may touch. */
#define SHADOW_NOTHING_END DEFINEDNESS_XOR

#else

static inline void values_fresh(uint32_t address, uint32_t bytes, uint32_t location) {
  (void)address, (void)bytes, (void)location;
}
static inline void values_written(uint32_t address, uint32_t bytes) {
  (void)address, (void)bytes;
}
static inline void values_copied(uint32_t to, uint32_t from, uint32_t bytes) {
  (void)to, (void)from, (void)bytes;
}
static inline void values_used(uint32_t address, uint32_t bytes, uint32_t location) {
  (void)address, (void)bytes, (void)location;
}

#define SHADOW_NOTHING_END first_data_address()

#endif
#endif

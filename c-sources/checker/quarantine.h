/** Freed blocks wait here, first in first out, so that a use after free meets a tombstone and not another block's data. */
#ifndef CHECKER_QUARANTINE_H
#define CHECKER_QUARANTINE_H

#include <stdint.h>

/** Takes a block that is marked as freed. */
void quarantine_add(uint32_t block);

/** Gives blocks back to the allocator, oldest first, until what waits takes at most `bytes`. */
void quarantine_shrink_to(uint32_t bytes);

#endif

/** Freed blocks wait here, first in first out, so that a use after free meets a tombstone and not another block's data. */
#ifndef CHECKER_QUARANTINE_H
#define CHECKER_QUARANTINE_H

#include <stdbool.h>
#include <stdint.h>

/** Takes a block that is marked as freed. */
void quarantine_add(uint32_t block);

/** Gives blocks back to the allocator, oldest first, until what waits takes at most `bytes`. */
void quarantine_shrink_to(uint32_t bytes);

/** There is no memory left: gives back all that waits. False, and nothing, where it is kept for ever. */
bool quarantine_give_up(void);

#endif

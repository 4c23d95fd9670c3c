/**
 * Bytes of the heap that were not written since their block was allocated.
 *
 * Stores leave no note; so a new block is filled with a pattern of its own, 8 bytes that follow from its number, and
 * what still is that pattern counts as unwritten. Only whole aligned words of 4 bytes count: that a program writes just
 * such a word happens by chance once in 2^32 times. Text, small numbers of either sign and addresses never do: the
 * pattern's high bytes are none of theirs.
 *
 * What is missed: bytes copied from one block into another, words of which a part was written, and what lies more than
 * FRESH_BYTES into a block.
 */
#ifndef DEFINEDNESS_UNINIT_PATTERN_H
#define DEFINEDNESS_UNINIT_PATTERN_H

#include <stdint.h>

enum { FRESH_BYTES = 4096 };

/** Fills a block that has just been made. `number` is that of the block whose content it will get, or 0 for a new one. */
void fresh_fill(uint32_t block, uint32_t number);

#endif

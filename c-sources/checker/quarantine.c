#include "quarantine.h"
#include "abi.h"
#include "blocks.h"
#include "own-data.h"

OWN_DATA static uint32_t most_bytes = 1024 * 1024;
OWN_DATA static uint32_t held_bytes = 0;
OWN_DATA static uint32_t oldest = 0;
OWN_DATA static uint32_t newest = 0;

void quarantine_shrink_to(uint32_t bytes) {
  while (held_bytes > bytes) {
    uint32_t block = oldest;
    oldest = header_of(block)->link;
    if (oldest == 0) {
      newest = 0;
    }
    held_bytes -= block_footprint(block);
    block_give_back(block);
  }
}

void quarantine_add(uint32_t block) {
  header_of(block)->link = 0;
  if (newest == 0) {
    oldest = block;
  } else {
    header_of(newest)->link = block;
  }
  newest = block;
  held_bytes += block_footprint(block);
  quarantine_shrink_to(most_bytes);
}

bool quarantine_give_up(void) {
  if (most_bytes == NEVER_REUSE) {
    return false;
  }
  quarantine_shrink_to(0);
  return true;
}

void ffi_set_quarantine(uint32_t bytes) {
  most_bytes = bytes;
  quarantine_shrink_to(bytes);
}

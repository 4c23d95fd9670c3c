#include "uninit-pattern.h"
#include "abi.h"
#include "blocks.h"
#include "shadow.h"

/* Bytes that are filled word by word, before copying pays. */
enum { COPY_FROM = 256 };

static uint32_t last_number = 0;

/* Scatters a number's bits over a word. The high byte is neither that of a small number, nor of an address, nor ASCII. */
static uint32_t word_of(uint32_t number) {
  number = (number ^ (number >> 16)) * 0x7feb352du;
  number = (number ^ (number >> 15)) * 0x846ca68bu;
  number ^= number >> 16;
  uint32_t high = 0x80 + ((number >> 24) * 0x70 >> 8);
  return (number & 0xffffff) | high << 24;
}

static uint64_t pattern_of(uint32_t number) {
  return word_of(2 * number) | (uint64_t)word_of(2 * number + 1) << 32;
}

static uint32_t fresh_end(uint32_t block) {
  uint32_t bytes = header_of(block)->bytes;
  return block + (bytes < FRESH_BYTES ? bytes : FRESH_BYTES);
}

void fresh_fill(uint32_t block, uint32_t number) {
  if (number == 0) {
    number = ++last_number;
  }
  header_of(block)->link = number;
  uint64_t pattern = pattern_of(number);
  uint32_t end = fresh_end(block);
  uint32_t by_word = end - block < COPY_FROM ? end : block + COPY_FROM;
  /* The last word may end behind the block: in its own redzone. */
  for (uint32_t at = block; at < by_word; at += sizeof pattern) {
    *(uint64_t *)as_pointer(at) = pattern;
  }
  /* What is filled is copied behind itself: a few instructions for any number of words. */
  for (uint32_t filled = COPY_FROM; block + filled < end; filled *= 2) {
    uint32_t left = end - block - filled;
    __builtin_memcpy(as_pointer(block + filled), as_pointer(block), left < filled ? left : filled);
  }
}

uint32_t ffi_uninitialised(uint32_t address, uint32_t bytes) {
  uint32_t block = ffi_block_base(address);
  if (bytes < sizeof(uint32_t) || block == 0 || address < block || block_state(block) != BLOCK_LIVE ||
      header_of(block)->link == 0) {
    return 0;
  }
  uint64_t pattern = pattern_of(header_of(block)->link);
  uint32_t block_end = fresh_end(block);
  uint32_t end = address + bytes < block_end ? address + bytes : block_end;
  for (uint32_t at = (address + 3) & ~3u; at + 4 <= end; at += 4) {
    if (*(uint32_t *)as_pointer(at) == (uint32_t)(pattern >> (at % 8 * 8))) {
      return at;
    }
  }
  return 0;
}

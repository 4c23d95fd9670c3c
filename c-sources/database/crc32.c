#include "crc32.h"

/* What each value of 4 bits does to the checksum; the polynomial is 0xedb88320. */
static const uint32_t nibbles[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
};

uint32_t crc32_of(const uint8_t *bytes, size_t count) {
  uint32_t sum = 0xffffffff;
  for (size_t i = 0; i < count; i++) {
    sum ^= bytes[i];
    sum = nibbles[sum & 15] ^ sum >> 4;
    sum = nibbles[sum & 15] ^ sum >> 4;
  }
  return ~sum;
}

#ifndef CRC32_H
#define CRC32_H

#include <stddef.h>
#include <stdint.h>

/** The checksum of these bytes that Ethernet, gzip and PNG use too. It finds every change of up to 32 bits in a row. */
uint32_t crc32_of(const uint8_t *bytes, size_t count);

#endif

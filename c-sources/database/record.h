/**
 * One change, as it stands in the file:
 *
 *     4 bytes   checksum of all that follows
 *     4 bytes   length of the key
 *     4 bytes   length of the value, or RECORD_DELETED
 *     …         the key, then the value; neither has a NUL
 *
 * Numbers have their lowest byte first, whatever the machine.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RECORD_HEADER_BYTES 12

/** In place of a value's length: the key is gone. */
#define RECORD_DELETED UINT32_MAX

struct record {
  uint32_t key_bytes;
  /* 0 for a deleted key. */
  uint32_t value_bytes;
  bool deleted;
};

/** The length of the whole record in the file. */
size_t record_bytes(const struct record *record);

/** Writes the record to `to`, which has room for `record_bytes`. `value` is not looked at for a deleted key. */
void record_encode(const struct record *record, const char *key, const char *value, uint8_t *to);

/** Reads a header. Returns false for lengths that no record has. */
bool record_decode(const uint8_t *header, struct record *record);

/** Whether a record with this header is, byte for byte, what was written. */
bool record_is_whole(const struct record *record, const uint8_t *bytes);

#endif

#include "record.h"
#include "crc32.h"
#include "database.h"
#include <string.h>

static void put_number(uint8_t *to, uint32_t number) {
  for (int i = 0; i < 4; i++) {
    to[i] = (uint8_t)(number >> 8 * i);
  }
}

static uint32_t get_number(const uint8_t *from) {
  return from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 | (uint32_t)from[3] << 24;
}

size_t record_bytes(const struct record *record) {
  return RECORD_HEADER_BYTES + (size_t)record->key_bytes + record->value_bytes;
}

void record_encode(const struct record *record, const char *key, const char *value, uint8_t *to) {
  put_number(to + 4, record->key_bytes);
  put_number(to + 8, record->deleted ? RECORD_DELETED : record->value_bytes);
  memcpy(to + RECORD_HEADER_BYTES, key, record->key_bytes);
  if (!record->deleted) {
    memcpy(to + RECORD_HEADER_BYTES + record->key_bytes, value, record->value_bytes);
  }
  put_number(to, crc32_of(to + 4, record_bytes(record) - 4));
}

bool record_decode(const uint8_t *header, struct record *record) {
  uint32_t value_bytes = get_number(header + 8);
  record->key_bytes = get_number(header + 4);
  record->deleted = value_bytes == RECORD_DELETED;
  record->value_bytes = record->deleted ? 0 : value_bytes;
  return record->key_bytes > 0 && record->key_bytes <= DB_MOST_KEY_BYTES && record->value_bytes <= DB_MOST_VALUE_BYTES;
}

bool record_is_whole(const struct record *record, const uint8_t *bytes) {
  size_t text_bytes = record_bytes(record) - RECORD_HEADER_BYTES;
  return get_number(bytes) == crc32_of(bytes + 4, record_bytes(record) - 4) &&
         memchr(bytes + RECORD_HEADER_BYTES, '\0', text_bytes) == NULL;
}

#include "store.h"
#include <stdlib.h>
#include <string.h>

static char *path_with(const char *start, const char *end) {
  size_t start_bytes = strlen(start);
  size_t end_bytes = strlen(end);
  char *text = malloc(start_bytes + end_bytes + 1);
  if (text != NULL) {
    memcpy(text, start, start_bytes);
    memcpy(text + start_bytes, end, end_bytes + 1);
  }
  return text;
}

static void point_at(Database *db, struct entry *entry, off_t at, size_t bytes) {
  db->live += (off_t)bytes - (off_t)entry->bytes;
  entry->at = at;
  entry->bytes = bytes;
}

static void forget(Database *db, struct entry *entry) {
  db->live -= (off_t)entry->bytes;
  index_remove(&db->index, entry);
}

/* Brings the index up to the record that has just been read. */
static int apply(Database *db, const struct record *record) {
  const char *key = (const char *)db->log.scratch + RECORD_HEADER_BYTES;
  struct entry *entry = index_find(&db->index, key, record->key_bytes);
  if (record->deleted) {
    if (entry != NULL) {
      forget(db, entry);
    }
    return DB_OK;
  }
  if (entry == NULL) {
    entry = index_add(&db->index, key, record->key_bytes);
  }
  if (entry == NULL) {
    return DB_NO_MEMORY;
  }
  point_at(db, entry, db->log.end, record_bytes(record));
  return DB_OK;
}

/* Reads the file from its first record on, as far as it is good. */
static int load(Database *db) {
  off_t size;
  int code = log_size(&db->log, &size);
  while (code == DB_OK && db->log.end < size) {
    struct record record;
    code = db->log.end == 0 ? DB_TRUNCATED : log_read(&db->log, db->log.end, size, &record);
    if (code == DB_OK) {
      code = apply(db, &record);
    }
    if (code == DB_OK) {
      db->log.end += (off_t)record_bytes(&record);
    }
  }
  if (code == DB_TRUNCATED || code == DB_CORRUPT) {
    db->error = code;
    db->lost = size - db->log.end;
    return DB_OK;
  }
  return code;
}

int store_open(Database *db, const char *path) {
  db->compact_above = COMPACT_ABOVE;
  db->path = path_with(path, "");
  db->beside = path_with(path, ".new");
  if (db->path == NULL || db->beside == NULL || !index_open(&db->index)) {
    return DB_NO_MEMORY;
  }
  int code = log_open(&db->log, path);
  return code == DB_OK ? load(db) : code;
}

void store_close(Database *db) {
  log_close(&db->log);
  index_close(&db->index);
  free(db->path);
  free(db->beside);
}

int store_write(Database *db, const char *key, size_t key_bytes, const char *value, size_t value_bytes) {
  struct record record = {(uint32_t)key_bytes, (uint32_t)value_bytes, value == NULL};
  size_t bytes = record_bytes(&record);
  /* All memory first: once the record is in the file, nothing may fail. */
  if (!log_reserve(&db->log, bytes)) {
    return DB_NO_MEMORY;
  }
  struct entry *known = index_find(&db->index, key, key_bytes);
  struct entry *entry = known != NULL ? known : index_add(&db->index, key, key_bytes);
  if (entry == NULL) {
    return DB_NO_MEMORY;
  }
  record_encode(&record, key, value, db->log.scratch);
  int code = log_append(&db->log, db->log.scratch, bytes);
  if (code != DB_OK) {
    if (known == NULL) {
      index_remove(&db->index, entry);
    }
    return code;
  }
  if (value == NULL) {
    forget(db, entry);
  } else {
    point_at(db, entry, db->log.end - (off_t)bytes, bytes);
  }
  compact_if_it_pays(db);
  return DB_OK;
}

#include "store.h"

/* Copies every record that the index points at, and notes where it went. */
static int copy_live(Database *db, struct log *to) {
  off_t size;
  int code = log_size(&db->log, &size);
  for (size_t i = 0; i < db->index.bucket_count; i++) {
    for (struct entry *entry = db->index.buckets[i]; entry != NULL && code == DB_OK; entry = entry->next) {
      struct record record;
      code = log_read(&db->log, entry->at, size, &record);
      if (code == DB_OK) {
        code = log_append(to, db->log.scratch, entry->bytes);
        entry->moved_to = to->end - (off_t)entry->bytes;
      }
    }
  }
  return code;
}

/* The new file is whole, and on the disk, before it takes the name: whenever the program ends, one whole file has it. */
static int compact(Database *db) {
  struct log fresh;
  int code = log_create(&fresh, db->beside);
  if (code != DB_OK) {
    log_close(&fresh);
    return code;
  }
  code = copy_live(db, &fresh);
  if (code == DB_OK) {
    code = log_sync(&fresh);
  }
  if (code == DB_OK && rename(db->beside, db->path) != 0) {
    code = DB_WRITE_FAILED;
  }
  if (code != DB_OK) {
    log_close(&fresh);
    remove(db->beside);
    return code;
  }
  log_close(&db->log);
  db->log = fresh;
  for (size_t i = 0; i < db->index.bucket_count; i++) {
    for (struct entry *entry = db->index.buckets[i]; entry != NULL; entry = entry->next) {
      entry->at = entry->moved_to;
    }
  }
  return DB_OK;
}

void compact_if_it_pays(Database *db) {
  off_t dead = db->log.end - db->live;
  if (dead <= db->compact_above || dead <= db->live) {
    return;
  }
  /* After a failure it is tried again when there is twice as much to gain. */
  db->compact_above = compact(db) == DB_OK ? COMPACT_ABOVE : 2 * dead;
}

/** What a Database is. Functions return codes of `enum db_code`. */
#ifndef STORE_H
#define STORE_H

#include "database.h"
#include "index.h"
#include "log.h"

struct Database {
  struct log log;
  struct index index;
  /* The file, and the one that is written beside it when it is compacted. */
  char *path;
  char *beside;
  /* Bytes of the records that the index points at. */
  off_t live;
  /* Compacting is thought about when more bytes than these are out of date. */
  off_t compact_above;
  int error;
  off_t lost;
  Database *next_open;
};

/** Opens the file of a Database of zeros and fills the index. On failure the caller still calls `store_close`. */
int store_open(Database *db, const char *path);

/** Releases all of it but the struct. */
void store_close(Database *db);

/** Writes a change and makes the index agree with it. `value` is NULL for a key that is to be removed. */
int store_write(Database *db, const char *key, size_t key_bytes, const char *value, size_t value_bytes);

/** Writes the file anew when enough of it is out of date. When that fails, the file is what it was. */
void compact_if_it_pays(Database *db);

/** How much has to be out of date before compacting is thought about. */
#define COMPACT_ABOVE 4096

#endif

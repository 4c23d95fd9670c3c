#include "store.h"
#include <stdlib.h>
#include <string.h>

static int open_error = DB_OK;

static Database *open_databases = NULL;

static bool is_open(const struct log *log) {
  for (const Database *db = open_databases; db != NULL; db = db->next_open) {
    if (log_is_same(&db->log, log)) {
      return true;
    }
  }
  return false;
}

Database *db_open(const char *path) {
  if (path == NULL || path[0] == '\0') {
    open_error = DB_CANNOT_OPEN;
    return NULL;
  }
  Database *db = calloc(1, sizeof *db);
  if (db == NULL) {
    open_error = DB_NO_MEMORY;
    return NULL;
  }
  open_error = store_open(db, path);
  if (open_error == DB_OK && is_open(&db->log)) {
    open_error = DB_BUSY;
  }
  if (open_error != DB_OK) {
    store_close(db);
    free(db);
    return NULL;
  }
  db->next_open = open_databases;
  open_databases = db;
  return db;
}

void db_close(Database *db) {
  if (db == NULL) {
    return;
  }
  Database **link = &open_databases;
  while (*link != NULL && *link != db) {
    link = &(*link)->next_open;
  }
  if (*link == db) {
    *link = db->next_open;
  }
  store_close(db);
  free(db);
}

static bool is_key(const char *key) {
  return key != NULL && key[0] != '\0' && strnlen(key, DB_MOST_KEY_BYTES + 1) <= DB_MOST_KEY_BYTES;
}

static int get(Database *db, const char *key, char **value) {
  if (!is_key(key)) {
    return DB_BAD_KEY;
  }
  size_t key_bytes = strlen(key);
  const struct entry *entry = index_find(&db->index, key, key_bytes);
  if (entry == NULL) {
    return DB_NOT_FOUND;
  }
  off_t size;
  struct record record;
  int code = log_size(&db->log, &size);
  if (code == DB_OK) {
    code = log_read(&db->log, entry->at, size, &record);
  }
  if (code != DB_OK) {
    return code;
  }
  /* A whole record, but another one: another program wrote this file meanwhile. */
  const uint8_t *text = db->log.scratch + RECORD_HEADER_BYTES;
  if (record.deleted || record.key_bytes != key_bytes || memcmp(text, key, key_bytes) != 0) {
    return DB_CORRUPT;
  }
  *value = malloc((size_t)record.value_bytes + 1);
  if (*value == NULL) {
    return DB_NO_MEMORY;
  }
  memcpy(*value, text + key_bytes, record.value_bytes);
  (*value)[record.value_bytes] = '\0';
  return DB_OK;
}

char *db_get(Database *db, const char *key) {
  char *value = NULL;
  db->error = get(db, key, &value);
  return value;
}

void db_free_value(char *value) {
  free(value);
}

static int set(Database *db, const char *key, const char *value) {
  if (!is_key(key)) {
    return DB_BAD_KEY;
  }
  size_t value_bytes = value == NULL ? 0 : strnlen(value, DB_MOST_VALUE_BYTES + 1);
  if (value == NULL || value_bytes > DB_MOST_VALUE_BYTES) {
    return DB_BAD_VALUE;
  }
  return store_write(db, key, strlen(key), value, value_bytes);
}

int db_set(Database *db, const char *key, const char *value) {
  db->error = set(db, key, value);
  return db->error;
}

static int remove_key(Database *db, const char *key) {
  if (!is_key(key)) {
    return DB_BAD_KEY;
  }
  size_t key_bytes = strlen(key);
  if (index_find(&db->index, key, key_bytes) == NULL) {
    return DB_NOT_FOUND;
  }
  return store_write(db, key, key_bytes, NULL, 0);
}

int db_delete(Database *db, const char *key) {
  db->error = remove_key(db, key);
  return db->error;
}

int db_error(const Database *db) {
  return db == NULL ? open_error : db->error;
}

size_t db_lost_bytes(const Database *db) {
  return (size_t)db->lost;
}

const char *db_error_string(int code) {
  switch (code) {
  case DB_OK:
    return "no error";
  case DB_NOT_FOUND:
    return "there is no such key";
  case DB_BAD_KEY:
    return "the key is missing, empty or too long";
  case DB_BAD_VALUE:
    return "the value is missing or too long";
  case DB_NO_MEMORY:
    return "there is no memory";
  case DB_CANNOT_OPEN:
    return "the file cannot be opened";
  case DB_BUSY:
    return "the file is open already";
  case DB_NOT_A_DATABASE:
    return "the file is no database";
  case DB_READ_FAILED:
    return "the file could not be read";
  case DB_WRITE_FAILED:
    return "the file could not be written";
  case DB_TRUNCATED:
    return "the file ends too early";
  case DB_CORRUPT:
    return "the file is damaged";
  default:
    return NULL;
  }
}

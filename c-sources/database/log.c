#include "log.h"
#include "database.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char first_line[] = "ffidb 1\n";
#define FIRST_LINE_BYTES (sizeof first_line - 1)

static int read_at(struct log *log, off_t at, uint8_t *to, size_t bytes) {
  if (fseeko(log->file, at, SEEK_SET) != 0) {
    return DB_READ_FAILED;
  }
  if (fread(to, 1, bytes, log->file) == bytes) {
    return DB_OK;
  }
  int code = ferror(log->file) ? DB_READ_FAILED : DB_TRUNCATED;
  clearerr(log->file);
  return code;
}

static int write_at(struct log *log, off_t at, const void *from, size_t bytes) {
  if (fseeko(log->file, at, SEEK_SET) != 0) {
    return DB_WRITE_FAILED;
  }
  if (fwrite(from, 1, bytes, log->file) == bytes && fflush(log->file) == 0) {
    return DB_OK;
  }
  clearerr(log->file);
  return DB_WRITE_FAILED;
}

int log_size(const struct log *log, off_t *size) {
  if (fseeko(log->file, 0, SEEK_END) != 0) {
    return DB_READ_FAILED;
  }
  *size = ftello(log->file);
  return *size < 0 ? DB_READ_FAILED : DB_OK;
}

/* Looks whether this is a file of ours. One that holds only a part of the first line ends before its first record. */
static int read_first_line(struct log *log) {
  off_t size;
  int code = log_size(log, &size);
  if (code != DB_OK || size == 0) {
    return code;
  }
  uint8_t line[FIRST_LINE_BYTES];
  size_t bytes = size < (off_t)FIRST_LINE_BYTES ? (size_t)size : FIRST_LINE_BYTES;
  code = read_at(log, 0, line, bytes);
  if (code != DB_OK) {
    return code;
  }
  if (memcmp(line, first_line, bytes) != 0) {
    return DB_NOT_A_DATABASE;
  }
  log->end = bytes == FIRST_LINE_BYTES ? (off_t)bytes : 0;
  return DB_OK;
}

static int open_file(struct log *log, const char *path, const char *mode) {
  *log = (struct log){.file = fopen(path, mode)};
  if (log->file == NULL) {
    return errno == ENOMEM ? DB_NO_MEMORY : DB_CANNOT_OPEN;
  }
  return setvbuf(log->file, NULL, _IONBF, 0) == 0 ? DB_OK : DB_CANNOT_OPEN;
}

int log_open(struct log *log, const char *path) {
  int code = open_file(log, path, "r+b");
  if (log->file == NULL && errno == ENOENT) {
    code = open_file(log, path, "w+b");
  }
  return code == DB_OK ? read_first_line(log) : code;
}

int log_create(struct log *log, const char *path) {
  return open_file(log, path, "w+b");
}

void log_close(struct log *log) {
  if (log->file != NULL) {
    fclose(log->file);
  }
  free(log->scratch);
  *log = (struct log){0};
}

bool log_reserve(struct log *log, size_t bytes) {
  if (bytes <= log->room) {
    return true;
  }
  uint8_t *larger = malloc(bytes);
  if (larger == NULL) {
    return false;
  }
  free(log->scratch);
  log->scratch = larger;
  log->room = bytes;
  return true;
}

int log_read(struct log *log, off_t at, off_t size, struct record *record) {
  uint8_t header[RECORD_HEADER_BYTES];
  if (size - at < RECORD_HEADER_BYTES) {
    return DB_TRUNCATED;
  }
  int code = read_at(log, at, header, sizeof header);
  if (code != DB_OK) {
    return code;
  }
  /* Lengths are believed only as far as the file goes: nothing is allocated for what cannot be there. */
  if (!record_decode(header, record)) {
    return DB_CORRUPT;
  }
  size_t bytes = record_bytes(record);
  if (size - at < (off_t)bytes) {
    return DB_TRUNCATED;
  }
  if (!log_reserve(log, bytes)) {
    return DB_NO_MEMORY;
  }
  code = read_at(log, at, log->scratch, bytes);
  if (code != DB_OK) {
    return code;
  }
  return record_is_whole(record, log->scratch) ? DB_OK : DB_CORRUPT;
}

/* Best effort: what it leaves is behind `end`, where the next record goes. */
static int cut(struct log *log) {
  return ftruncate(fileno(log->file), log->end) == 0 ? DB_OK : DB_WRITE_FAILED;
}

int log_append(struct log *log, const uint8_t *record, size_t bytes) {
  off_t size;
  int code = log_size(log, &size);
  if (code == DB_OK && size < log->end) {
    /* Records that we have read are gone, by no doing of ours. A new one in their place would hide that. */
    code = DB_TRUNCATED;
  }
  if (code == DB_OK && size > log->end) {
    code = cut(log);
  }
  if (code != DB_OK) {
    return code;
  }
  off_t at = log->end == 0 ? (off_t)FIRST_LINE_BYTES : log->end;
  if (log->end == 0) {
    code = write_at(log, 0, first_line, FIRST_LINE_BYTES);
  }
  if (code == DB_OK) {
    code = write_at(log, at, record, bytes);
  }
  if (code != DB_OK) {
    cut(log);
    return code;
  }
  log->end = at + (off_t)bytes;
  return DB_OK;
}

int log_sync(struct log *log) {
  return fsync(fileno(log->file)) == 0 ? DB_OK : DB_WRITE_FAILED;
}

bool log_is_same(const struct log *one, const struct log *other) {
  struct stat first;
  struct stat second;
  return fstat(fileno(one->file), &first) == 0 && fstat(fileno(other->file), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

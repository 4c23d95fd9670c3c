/**
 * The file: records one behind the other, after a first line by which it is known. Functions return codes of `enum db_code`.
 *
 * The file is not buffered in memory: what is read is what the file holds now, and what is written is there at once.
 */
#ifndef LOG_H
#define LOG_H

#include "record.h"
#include <stdio.h>
#include <sys/types.h>

struct log {
  FILE *file;
  /* Where the good records end, and the next one goes. */
  off_t end;
  /* The bytes of one record, and how many there is room for. */
  uint8_t *scratch;
  size_t room;
};

/** Opens a file with what is in it, or makes it. `end` is behind the first line, or 0 in an empty file. */
int log_open(struct log *log, const char *path);

/** Makes an empty file, in place of the one there was. */
int log_create(struct log *log, const char *path);

/** Closes the file and releases the scratch. A log of zeros is allowed. */
void log_close(struct log *log);

/** How long the file is, what lies behind `end` included. */
int log_size(const struct log *log, off_t *size);

/** Reads the record at `at` of a file of `size` bytes into the scratch, and checks it. */
int log_read(struct log *log, off_t at, off_t size, struct record *record);

/** Room for `bytes` in the scratch, whose content is lost. Returns false when there is no memory. */
bool log_reserve(struct log *log, size_t bytes);

/** Writes a record at `end`, over whatever is there, and moves `end`. A failure leaves the file as it was. */
int log_append(struct log *log, const uint8_t *record, size_t bytes);

/** Sees that everything is on the disk, not only in the system's memory. */
int log_sync(struct log *log);

/** Whether both are the same file, under whatever names. */
bool log_is_same(const struct log *one, const struct log *other);

#endif

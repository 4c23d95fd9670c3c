/** A hash table from each key to its record in the file. */
#ifndef INDEX_H
#define INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct entry {
  struct entry *next;
  uint32_t hash;
  /* Where the record stands, and how long it is. */
  off_t at;
  size_t bytes;
  /* Where it stands in the file that is to take this one's place; of use to `compact` only. */
  off_t moved_to;
  size_t key_bytes;
  char key[];
};

struct index {
  /* Lists of entries whose hashes agree in their lowest bits; a power of two of them. */
  struct entry **buckets;
  size_t bucket_count;
  size_t count;
};

/** Returns false when there is no memory. */
bool index_open(struct index *index);

/** Releases everything. An index of zeros is allowed. */
void index_close(struct index *index);

/** NULL when there is no such key. */
struct entry *index_find(const struct index *index, const char *key, size_t key_bytes);

/** Adds a key that is not there yet. Returns NULL, and changes nothing, when there is no memory. */
struct entry *index_add(struct index *index, const char *key, size_t key_bytes);

/** Removes and releases an entry of this index. */
void index_remove(struct index *index, struct entry *entry);

#endif

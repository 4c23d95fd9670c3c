#include "index.h"
#include <stdlib.h>
#include <string.h>

#define FIRST_BUCKETS 16

static uint32_t hash_of(const char *key, size_t bytes) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < bytes; i++) {
    hash = (hash ^ (uint8_t)key[i]) * 16777619u;
  }
  return hash;
}

static struct entry **bucket_of(const struct index *index, uint32_t hash) {
  return &index->buckets[hash & (index->bucket_count - 1)];
}

bool index_open(struct index *index) {
  *index = (struct index){.buckets = calloc(FIRST_BUCKETS, sizeof *index->buckets), .bucket_count = FIRST_BUCKETS};
  return index->buckets != NULL;
}

void index_close(struct index *index) {
  for (size_t i = 0; index->buckets != NULL && i < index->bucket_count; i++) {
    for (struct entry *entry = index->buckets[i]; entry != NULL;) {
      struct entry *next = entry->next;
      free(entry);
      entry = next;
    }
  }
  free(index->buckets);
  *index = (struct index){0};
}

struct entry *index_find(const struct index *index, const char *key, size_t key_bytes) {
  uint32_t hash = hash_of(key, key_bytes);
  for (struct entry *entry = *bucket_of(index, hash); entry != NULL; entry = entry->next) {
    if (entry->hash == hash && entry->key_bytes == key_bytes && memcmp(entry->key, key, key_bytes) == 0) {
      return entry;
    }
  }
  return NULL;
}

/* A table that cannot grow is slower, and not wrong. */
static void grow(struct index *index) {
  struct index larger = {.bucket_count = 2 * index->bucket_count, .count = index->count};
  larger.buckets = calloc(larger.bucket_count, sizeof *larger.buckets);
  if (larger.buckets == NULL) {
    return;
  }
  for (size_t i = 0; i < index->bucket_count; i++) {
    for (struct entry *entry = index->buckets[i]; entry != NULL;) {
      struct entry *next = entry->next;
      struct entry **bucket = bucket_of(&larger, entry->hash);
      entry->next = *bucket;
      *bucket = entry;
      entry = next;
    }
  }
  free(index->buckets);
  *index = larger;
}

struct entry *index_add(struct index *index, const char *key, size_t key_bytes) {
  struct entry *entry = malloc(sizeof *entry + key_bytes);
  if (entry == NULL) {
    return NULL;
  }
  if (index->count >= index->bucket_count) {
    grow(index);
  }
  *entry = (struct entry){.hash = hash_of(key, key_bytes), .key_bytes = key_bytes};
  memcpy(entry->key, key, key_bytes);
  struct entry **bucket = bucket_of(index, entry->hash);
  entry->next = *bucket;
  *bucket = entry;
  index->count++;
  return entry;
}

void index_remove(struct index *index, struct entry *entry) {
  struct entry **link = bucket_of(index, entry->hash);
  while (*link != entry) {
    link = &(*link)->next;
  }
  *link = entry->next;
  free(entry);
  index->count--;
}

#include "kernels.h"
#include <stdbool.h>
#include <string.h>

static uint32_t hash_of(const char *key) {
  uint32_t hash = 2166136261u;
  for (; *key != '\0'; key++) {
    hash = (hash ^ (uint8_t)*key) * 16777619u;
  }
  return hash;
}

static bool same(const char *one, const char *other) {
  while (*one == *other) {
    if (*one == '\0') {
      return true;
    }
    one++;
    other++;
  }
  return false;
}

/* Where the key is, or where it would go. */
static struct kernel_entry *place_of(struct kernel_entry *entries, size_t count, const char *key) {
  size_t at = hash_of(key) % count;
  while (entries[at].key[0] != '\0' && !same(entries[at].key, key)) {
    at = at + 1 == count ? 0 : at + 1;
  }
  return &entries[at];
}

static void set(struct kernel_entry *entries, size_t count, const char *key, uint32_t value) {
  struct kernel_entry *entry = place_of(entries, count, key);
  if (entry->key[0] == '\0') {
    strcpy(entry->key, key);
  }
  entry->value = value;
}

static uint32_t get(struct kernel_entry *entries, size_t count, const char *key) {
  struct kernel_entry *entry = place_of(entries, count, key);
  if (entry->key[0] == '\0') {
    return 0;
  }
  entry->uses++;
  return entry->value;
}

static void write_key(char *key, uint32_t number) {
  memcpy(key, "user:", 5);
  char *end = key + 5;
  do {
    *end++ = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  *end = '\0';
}

uint32_t kernel_store(struct kernel_entry *entries, size_t count, uint32_t rounds) {
  if (count < 2) {
    return 0;
  }
  uint32_t sum = 0;
  char key[24];
  memset(entries, 0, count * sizeof *entries);
  for (uint32_t round = 0; round < rounds; round++) {
    for (uint32_t i = 0; i < count / 2; i++) {
      write_key(key, i * 7);
      set(entries, count, key, i + round);
      write_key(key, i * 13);
      sum += get(entries, count, key);
    }
  }
  return sum;
}

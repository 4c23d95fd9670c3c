// A table of lists is emptied, and each entry is asked for the next after it is gone.
#include <stdio.h>
#include <stdlib.h>

struct entry {
  const char *key;
  struct entry *next;
};

static void add(struct entry **buckets, const char *key) {
  struct entry *entry = malloc(sizeof *entry);
  if (entry == NULL) abort();
  struct entry **bucket = &buckets[key[0] % 4];
  entry->key = key;
  entry->next = *bucket;
  *bucket = entry;
}

int main(void) {
  struct entry *buckets[4] = {NULL};
  add(buckets, "apple");
  add(buckets, "avocado");
  add(buckets, "banana");
  for (int i = 0; i < 4; i++) {
    struct entry *entry = buckets[i];
    while (entry != NULL) {
      struct entry *next = entry->next;
      free(entry);
      entry = next;
    }
  }
  puts("empty");
  return 0;
}

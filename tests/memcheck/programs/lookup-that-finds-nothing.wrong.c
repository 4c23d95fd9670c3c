// A search returns NULL for "not there", and nobody asks.
#include <stdio.h>
#include <string.h>

struct entry {
  const char *name;
  int value;
};

static struct entry table[] = {{"one", 1}, {"two", 2}};

static struct entry *find(const char *name) {
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (strcmp(table[i].name, name) == 0) return &table[i];
  }
  return NULL;
}

int main(void) {
  struct entry *entry = find("three");
  printf("%d\n", entry->value); // FFI001
  return 0;
}

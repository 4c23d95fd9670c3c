/** Globals: the compiler puts a redzone after each and hands over a table of them, one table a module. */
#include "constants.h"
#include "real.h"
#include "shadow.h"

/* The compiler's record of one global, in the compiler's order. */
struct global {
  uint32_t begin;
  uint32_t bytes;
  uint32_t bytes_with_redzone;
  const char *name;
  const char *module;
  uint32_t flags; /* the compiler's 0, or CONSTANT; see `src/toolchain/assembly/constants.ts` */
  const void *location;
  uint32_t odr_indicator;
};

enum { CONSTANT = 1 };

struct table {
  struct global *globals;
  uint32_t count;
  struct table *next;
};

static struct table *tables = 0;

uint32_t constants_begin = 0;
uint32_t constants_end = 0;

static void learn_constant(const struct global *global) {
  if (constants_end == 0 || global->begin < constants_begin) {
    constants_begin = global->begin;
  }
  if (global->begin + global->bytes > constants_end) {
    constants_end = global->begin + global->bytes;
  }
}

void __asan_register_globals(struct global *globals, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    struct global *global = &globals[i];
    shadow_fill(global->begin, global->bytes_with_redzone, SHADOW_GLOBAL);
    shadow_allow(global->begin, global->bytes);
    if (global->flags == CONSTANT) {
      learn_constant(global);
    }
  }
  struct table *table = __real_malloc(sizeof *table);
  if (table == 0) {
    return; /* checked all the same; only its names are unknown */
  }
  table->globals = globals;
  table->count = count;
  table->next = tables;
  tables = table;
}

void __asan_unregister_globals(struct global *globals, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    shadow_fill(globals[i].begin, globals[i].bytes_with_redzone, 0);
  }
  for (struct table **link = &tables; *link != 0; link = &(*link)->next) {
    if ((*link)->globals == globals) {
      struct table *gone = *link;
      *link = gone->next;
      __real_free(gone);
      return;
    }
  }
}

/** The record of the global that `address` lies in, its redzone included; NULL when it lies in none. */
struct global *ffi_global_at(uint32_t address) {
  for (struct table *table = tables; table != 0; table = table->next) {
    for (uint32_t i = 0; i < table->count; i++) {
      struct global *global = &table->globals[i];
      if (address - global->begin < global->bytes_with_redzone) {
        return global;
      }
    }
  }
  return 0;
}

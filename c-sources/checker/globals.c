/** Globals: the compiler puts a redzone after each and hands over a table of them, one table a module. */
#include "abi.h"
#include "constants.h"
#include "own-data.h"
#include "real.h"
#include "shadow.h"
#include <stddef.h>

/* The compiler's record of one global, in the compiler's order. */
struct global {
  uint32_t begin;
  uint32_t bytes;
  uint32_t bytes_with_redzone;
  const char *name;
  const char *module;
  uint32_t flags; /* the compiler's 0, or GLOBAL_FLAG_CONSTANT; see `src/toolchain/assembly/constants.ts` */
  const void *location;
  uint32_t odr_indicator;
};

_Static_assert(sizeof(struct global) == GLOBAL_RECORD_SIZE, "the host and a pass over the assembly read these records");
_Static_assert(offsetof(struct global, begin) == GLOBAL_RECORD_ADDRESS, "the host reads it there");
_Static_assert(offsetof(struct global, bytes) == GLOBAL_RECORD_BYTES, "the host reads it there");
_Static_assert(offsetof(struct global, bytes_with_redzone) == GLOBAL_RECORD_BYTES_WITH_REDZONE, "the host reads it there");
_Static_assert(offsetof(struct global, name) == GLOBAL_RECORD_NAME, "the host reads it there");
_Static_assert(offsetof(struct global, flags) == GLOBAL_RECORD_FLAGS, "a pass over the assembly writes it there");

struct table {
  struct global *globals;
  uint32_t count;
  struct table *next;
};

OWN_DATA static struct table *tables = 0;

OWN_DATA uint32_t constants_begin = 0;
OWN_DATA uint32_t constants_end = 0;

static void learn_constant(const struct global *global) {
  if (constants_end == 0 || global->begin < constants_begin) {
    constants_begin = global->begin;
  }
  if (global->begin + global->bytes > constants_end) {
    constants_end = global->begin + global->bytes;
  }
}

void __asan_register_globals(struct global *globals, uint32_t count) {
  forbid_records(globals, count * sizeof *globals);
  for (uint32_t i = 0; i < count; i++) {
    struct global *global = &globals[i];
    shadow_fill(global->begin, global->bytes_with_redzone, SHADOW_GLOBAL);
    shadow_allow(global->begin, global->bytes);
    if (global->flags == GLOBAL_FLAG_CONSTANT) {
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

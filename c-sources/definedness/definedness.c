/**
 * What of the program's memory was never written: a bit for each bit, kept and computed with by the code that clang's
 * memory sanitizer puts into every access and operation. This is the runtime that code calls, and the checker's
 * `definedness.h` for the C library, whose own code is not followed.
 *
 * Copying what was never written is right C (a struct's padding, for one). Reported is what decides something: a
 * branch, an address, an argument or a result, a text that is searched, compared or printed.
 *
 * Not reported, because right programs do it: bytes that `fwrite` or `write` send to a file (a struct's padding goes
 * along). Not known: which bytes the C library has written through a pointer it was given, but for the functions
 * that say so; all that it could have written counts as written.
 */
#include "definedness.h"
#include "abi.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

enum { MOST_ORIGINS = 1 << 16, LONGEST_CHAIN = 8, MOST_BEHIND = 1024 * 1024 };

/** See `origin_record`. */
struct origin {
  const struct origin *previous;
  uint32_t location;
  uint32_t address;
  const char *name;
};
_Static_assert(offsetof(struct origin, previous) == ORIGIN_RECORD_PREVIOUS, "the host reads it there");
_Static_assert(offsetof(struct origin, location) == ORIGIN_RECORD_LOCATION, "the host reads it there");
_Static_assert(offsetof(struct origin, address) == ORIGIN_RECORD_ADDRESS, "the host reads it there");
_Static_assert(offsetof(struct origin, name) == ORIGIN_RECORD_NAME, "the host reads it there");

bool ffi_location_is_direct = false;

static struct origin *origins = 0;
static uint32_t origin_count = 0;

/* The lowest address of the stack that some function, which may have returned, has marked as unwritten. */
static uint32_t lowest_marked = UINT32_MAX;

static inline uint32_t bits_address(uint32_t address) {
  return (address & DEFINEDNESS_MASK) ^ DEFINEDNESS_XOR;
}

static inline uint8_t *bits_of(uint32_t address) {
  return as_pointer(bits_address(address));
}

/* The origin of a word stands as far below its bits as these are from the word. */
static inline const struct origin **origin_at(uint32_t address) {
  return as_pointer((bits_address(address) - DEFINEDNESS_XOR) & ~3u);
}

static bool is_followed(uint32_t address, uint32_t bytes) {
  return address >= first_data_address() && address < memory_end() && bytes <= memory_end() - address;
}

/* NULL when there have been too many: then the origin of a value is not known. */
static const struct origin *new_origin(const struct origin *previous, uint32_t location, uint32_t address,
                                       const char *name) {
  if (origins == 0) {
    origins = __real_malloc(MOST_ORIGINS * sizeof *origins);
    shadow_follow_memory();
  }
  if (origins == 0 || origin_count == MOST_ORIGINS) {
    return 0;
  }
  struct origin *origin = &origins[origin_count++];
  *origin = (struct origin){previous, location, address, name};
  return origin;
}

static void set_origin(uint32_t address, uint32_t bytes, const struct origin *origin) {
  for (uint32_t at = address & ~3u; at < address + bytes; at += 4) {
    *origin_at(at) = origin;
  }
}

static void mark(uint32_t address, uint32_t bytes, const struct origin *origin) {
  if (is_followed(address, bytes)) {
    __real_memset(bits_of(address), 0xff, bytes);
    set_origin(address, bytes, origin);
  }
}

void values_written(uint32_t address, uint32_t bytes) {
  if (is_followed(address, bytes)) {
    __real_memset(bits_of(address), 0, bytes);
  }
}

void values_fresh(uint32_t address, uint32_t bytes, uint32_t location) {
  /* The C library's stores leave no note, so what it allocates for itself is never unwritten. */
  if (ffi_location_is_direct) {
    mark(address, bytes, new_origin(0, location, address, 0));
  } else {
    values_written(address, bytes);
  }
}

static uint32_t first_unwritten(uint32_t address, uint32_t bytes) {
  uint32_t i = 0;
  while (i < bytes) {
    if (bytes - i >= 8 && *(uint64_t *)bits_of(address + i) == 0) {
      i += 8;
    } else if (*bits_of(address + i) == 0) {
      i++;
    } else {
      break;
    }
  }
  return i;
}

void values_copied(uint32_t to, uint32_t from, uint32_t bytes) {
  if (!ffi_location_is_direct && !is_followed(from, bytes)) {
    values_written(to, bytes);
    return;
  }
  if (!is_followed(to, bytes) || !is_followed(from, bytes) || to == from) {
    return;
  }
  if (first_unwritten(from, bytes) == bytes) {
    __real_memset(bits_of(to), 0, bytes);
    return;
  }
  for (uint32_t i = 0; i < bytes; i++) {
    uint32_t at = to < from ? i : bytes - 1 - i;
    if (*bits_of(from + at) != 0) {
      *origin_at(to + at) = *origin_at(from + at);
    }
  }
  __real_memmove(bits_of(to), bits_of(from), bytes);
}

void values_used(uint32_t address, uint32_t bytes, uint32_t location) {
  if (!is_followed(address, bytes)) {
    return;
  }
  uint32_t written = first_unwritten(address, bytes);
  if (written < bytes) {
    ffi_hook_unwritten(*origin_at(address + written), address + written, bytes - written, location);
    /* It has been said once. */
    values_written(address + written, bytes - written);
  }
}

/** Called when a function of the program takes its frame, and before one of the C library's is called: what returned functions have left below counts as unwritten. */
void ffi_values_below(uint32_t stack_pointer) {
  if (lowest_marked < stack_pointer) {
    values_written(lowest_marked, stack_pointer - lowest_marked);
    lowest_marked = UINT32_MAX;
  }
}

static void written_behind(uint32_t address) {
  if (address >= first_data_address() && address < memory_end()) {
    values_written(address, shadow_accessible(address, MOST_BEHIND));
  }
}

/* What could be pointers among the first of these bytes. */
enum { MOST_LOOKED_AT = 64 };

static void written_behind_each(uint32_t begin, uint32_t bytes) {
  for (uint32_t at = (begin + 3) & ~3u; at + 4 <= begin + bytes; at += 4) {
    written_behind(*(uint32_t *)as_pointer(at));
  }
}

/** Called after a function of the C library that was given this value: if it is a pointer, all behind it may have been written, and behind what it points at. */
void ffi_values_behind(uint32_t pointer) {
  if (pointer < first_data_address() || pointer >= memory_end()) {
    return;
  }
  uint32_t bytes = shadow_accessible(pointer, MOST_BEHIND);
  values_written(pointer, bytes);
  written_behind_each(pointer, bytes < MOST_LOOKED_AT ? bytes : MOST_LOOKED_AT);
}

/** The same for a list of arguments, whose end is not known: it was read, and behind what it names may have been written. */
void ffi_values_behind_list(uint32_t list) {
  if (list >= first_data_address() && list < memory_end() - MOST_LOOKED_AT) {
    written_behind_each(list, MOST_LOOKED_AT);
  }
}

/* Everything from here on is called by names that clang chooses. */

_Thread_local uint64_t __msan_param_tls[100];
_Thread_local uint32_t __msan_param_origin_tls[200];
_Thread_local uint64_t __msan_retval_tls[100];
_Thread_local uint32_t __msan_retval_origin_tls;
_Thread_local uint64_t __msan_va_arg_tls[100];
_Thread_local uint32_t __msan_va_arg_origin_tls[200];
_Thread_local uint64_t __msan_va_arg_overflow_size_tls;

void __msan_init(void) {}

void __msan_warning_with_origin(const struct origin *origin) {
  ffi_hook_unwritten(origin, 0, 0, take_location());
}
void __msan_warning(void) {
  __msan_warning_with_origin(0);
}

/* An unwritten value was stored: remembers where, unless that is known already. */
static const struct origin *stored(const struct origin *previous, uint32_t location) {
  uint32_t length = 0;
  for (const struct origin *at = previous; at != 0; at = at->previous) {
    if ((at->location == location && at->previous != 0) || ++length == LONGEST_CHAIN) {
      return previous;
    }
  }
  const struct origin *origin = previous == 0 ? 0 : new_origin(previous, location, 0, 0);
  return origin == 0 ? previous : origin;
}

const struct origin *__msan_chain_origin(const struct origin *previous) {
  return stored(previous, take_location());
}

void __msan_set_origin(uint32_t address, uint32_t bytes, const struct origin *origin) {
  set_origin(address, bytes, origin);
}

/* The location is taken even when there is nothing to say, so that no later report takes it. */
#define FOLLOWS(size, type)                                                                                            \
  void __msan_maybe_warning_##size(type unwritten, const struct origin *origin) {                                      \
    uint32_t location = take_location();                                                                               \
    if (unwritten != 0) {                                                                                              \
      ffi_hook_unwritten(origin, 0, size, location);                                                                   \
    }                                                                                                                  \
  }                                                                                                                    \
  void __msan_maybe_store_origin_##size(type unwritten, uint32_t address, const struct origin *origin) {               \
    uint32_t location = take_location();                                                                               \
    if (unwritten != 0 && is_followed(address, size)) {                                                                \
      set_origin(address, size, stored(origin, location));                                                             \
    }                                                                                                                  \
  }

FOLLOWS(1, uint8_t)
FOLLOWS(2, uint16_t)
FOLLOWS(4, uint32_t)
FOLLOWS(8, uint64_t)

void __msan_maybe_warning_N(const uint8_t *unwritten, uint64_t bytes, const struct origin *origin) {
  uint32_t location = take_location();
  for (uint32_t i = 0; i < (uint32_t)bytes; i++) {
    if (unwritten[i] != 0) {
      ffi_hook_unwritten(origin, 0, (uint32_t)bytes, location);
      return;
    }
  }
}

/* A local variable begins. One that is away from the stack (fake-frames.c) needs no clearing up. */
void __msan_poison_stack(uint32_t address, uint32_t bytes) {
  if (is_followed(address, bytes)) {
    __real_memset(bits_of(address), 0xff, bytes);
    if (address < lowest_marked && address < heap_start()) {
      lowest_marked = address;
    }
  }
}

/* `known` is the compiler's, one for each variable of the text. */
void __msan_set_alloca_origin_with_descr(uint32_t address, uint32_t bytes, const struct origin **known, const char *name) {
  if (*known == 0) {
    *known = new_origin(0, 0, address, name);
  }
  if (is_followed(address, bytes)) {
    set_origin(address, bytes, *known);
  }
}

void __msan_set_alloca_origin_no_descr(uint32_t address, uint32_t bytes, const struct origin **known) {
  __msan_set_alloca_origin_with_descr(address, bytes, known, 0);
}

void *__wrap_memcpy(uint32_t to, uint32_t from, uint32_t bytes);
void *__wrap_memmove(uint32_t to, uint32_t from, uint32_t bytes);
void *__wrap_memset(uint32_t to, int value, uint32_t bytes);

void *__msan_memcpy(uint32_t to, uint32_t from, uint32_t bytes) {
  return __wrap_memcpy(to, from, bytes);
}
void *__msan_memmove(uint32_t to, uint32_t from, uint32_t bytes) {
  return __wrap_memmove(to, from, bytes);
}
void *__msan_memset(uint32_t to, int value, uint32_t bytes) {
  return __wrap_memset(to, value, bytes);
}

void ffi_list_written(uint32_t list) {
  values_written(list, sizeof(void *));
}

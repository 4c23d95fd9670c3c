/**
 * The C library's functions that fill or empty a buffer of the program's, or sort one. How much they write is known only
 * when they have done it, so they are given no more than may be written, and what they would have written is reported.
 */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"
#include <stdarg.h>
#include <stdbool.h>

/* Every way to print into memory ends in one of these three: Emscripten has smaller ones for formats without reals. */
#define PRINTS(name)                                                                                                   \
  int __real_##name(char *to, size_t size, const char *format, va_list values);                                        \
  int __wrap_##name(uint32_t to, uint32_t size, const char *format, va_list values) {                                  \
    uint32_t location = take_location();                                                                               \
    uint32_t allowed = shadow_writable(to, size);                                                                      \
    int written = __real_##name(as_pointer(to), allowed, format, values);                                              \
    if (written >= 0) {                                                                                                \
      values_written(to, (uint32_t)written < allowed ? (uint32_t)written + 1 : allowed);                               \
    }                                                                                                                  \
    if (allowed < size && written >= 0 && (uint32_t)written >= allowed) {                                              \
      fault(FAULT_WRITE, to + allowed, size <= (uint32_t)written ? size : (uint32_t)written + 1, location);            \
    }                                                                                                                  \
    return written;                                                                                                    \
  }

PRINTS(vsnprintf)
PRINTS(vsniprintf)
PRINTS(__small_vsnprintf)

char *__real_fgets(char *to, int size, void *stream);
int feof(void *stream);
char *__wrap_fgets(uint32_t to, int size, void *stream) {
  uint32_t location = take_location();
  if (size <= 0) {
    return __real_fgets(as_pointer(to), size, stream);
  }
  uint32_t allowed = shadow_writable(to, (uint32_t)size);
  if (allowed == 0) {
    fault(FAULT_WRITE, to, (uint32_t)size, location);
    return 0;
  }
  char *line = __real_fgets(as_pointer(to), (int)allowed, stream);
  if (line != 0) {
    bool forbidden;
    uint32_t length = shadow_string_length(to, allowed, &forbidden);
    values_written(to, length + 1);
    if (allowed < (uint32_t)size && length + 1 == allowed && (length == 0 || line[length - 1] != '\n') && !feof(stream)) {
      fault(FAULT_WRITE, to + allowed, (uint32_t)size, location);
    }
  }
  return line;
}

/* The size of `count` items; when that is more than memory has, all of memory. */
static uint32_t size_of_items(uint32_t size, uint32_t count) {
  uint32_t bytes;
  return __builtin_mul_overflow(size, count, &bytes) ? UINT32_MAX : bytes;
}

uint32_t __real_fread(void *to, uint32_t size, uint32_t count, void *stream);
uint32_t __wrap_fread(uint32_t to, uint32_t size, uint32_t count, void *stream) {
  uint32_t location = take_location();
  uint32_t bytes = size_of_items(size, count);
  uint32_t allowed = shadow_writable(to, bytes);
  if (allowed == bytes) {
    uint32_t whole = __real_fread(as_pointer(to), size, count, stream);
    /* Of the item at which the input ends a part is there too, where an item has parts. */
    values_written(to, whole == count ? bytes : size == 1 ? whole : (whole + 1) * size);
    return whole;
  }
  uint32_t items = __real_fread(as_pointer(to), size, allowed / size, stream);
  values_written(to, allowed);
  if (items == allowed / size && !feof(stream)) {
    fault(FAULT_WRITE, to + allowed, bytes, location);
  }
  return items;
}

uint32_t __real_fwrite(const void *from, uint32_t size, uint32_t count, void *stream);
uint32_t __wrap_fwrite(uint32_t from, uint32_t size, uint32_t count, void *stream) {
  uint32_t bytes = size_of_items(size, count);
  uint32_t allowed = check_read(from, bytes, take_location());
  return __real_fwrite(as_pointer(from), size, allowed == bytes ? count : allowed / size, stream);
}

int32_t __real_read(int file, void *to, uint32_t bytes);
int32_t __wrap_read(int file, uint32_t to, uint32_t bytes) {
  uint32_t location = take_location();
  uint32_t allowed = shadow_writable(to, bytes);
  int32_t got = __real_read(file, as_pointer(to), allowed);
  if (got > 0) {
    values_written(to, (uint32_t)got);
  }
  if (allowed < bytes && got == (int32_t)allowed) {
    fault(FAULT_WRITE, to + allowed, bytes, location);
  }
  return got;
}

int32_t __real_write(int file, const void *from, uint32_t bytes);
int32_t __wrap_write(int file, uint32_t from, uint32_t bytes) {
  return __real_write(file, as_pointer(from), check_read(from, bytes, take_location()));
}

typedef int (*comparison)(const void *, const void *);

void __real_qsort(void *items, uint32_t count, uint32_t size, comparison compare);
void __wrap_qsort(uint32_t items, uint32_t count, uint32_t size, comparison compare) {
  uint32_t bytes = size_of_items(size, count);
  uint32_t allowed = check_write(items, bytes, take_location());
  __real_qsort(as_pointer(items), allowed == bytes ? count : allowed / size, size, compare);
}

void *__real_bsearch(const void *key, const void *items, uint32_t count, uint32_t size, comparison compare);
void *__wrap_bsearch(const void *key, uint32_t items, uint32_t count, uint32_t size, comparison compare) {
  uint32_t bytes = size_of_items(size, count);
  uint32_t allowed = check_read(items, bytes, take_location());
  return __real_bsearch(key, as_pointer(items), allowed == bytes ? count : allowed / size, size, compare);
}

/** Further functions over strings: those that look for one of several characters, copy with a bound, or read numbers. */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

/* How far the text goes on with characters that are in the set, or, if `wanted` is false, are not. */
static uint32_t span(uint32_t text, uint32_t set, bool wanted, uint32_t location) {
  bool member[256] = {false};
  uint32_t size = check_string(set, UINT32_MAX, location);
  for (uint32_t i = 0; i < size; i++) {
    member[((unsigned char *)as_pointer(set))[i]] = true;
  }
  uint32_t length = 0;
  while (check_string_byte(text, length, location)) {
    unsigned char byte = ((unsigned char *)as_pointer(text))[length];
    if (byte == '\0' || member[byte] != wanted) {
      values_used(text, length + 1, location);
      break;
    }
    length++;
  }
  return length;
}

uint32_t __wrap_strspn(uint32_t text, uint32_t set) {
  return span(text, set, true, take_location());
}

uint32_t __wrap_strcspn(uint32_t text, uint32_t set) {
  return span(text, set, false, take_location());
}

void *__wrap_strpbrk(uint32_t text, uint32_t set) {
  uint32_t at = text + span(text, set, false, take_location());
  return shadow_accessible(at, 1) == 1 && *(char *)as_pointer(at) != '\0' ? as_pointer(at) : 0;
}

/* Returns the end of what it has built. */
void *__wrap_stpcpy(uint32_t to, uint32_t from) {
  uint32_t location = take_location();
  uint32_t length = check_string(from, UINT32_MAX, location);
  place(to, from, length, location);
  return as_pointer(to + length);
}

/* Writes at most `size` bytes, a NUL always among them, and says how long the source is. */
uint32_t __wrap_strlcpy(uint32_t to, uint32_t from, uint32_t size) {
  uint32_t location = take_location();
  uint32_t length = check_string(from, UINT32_MAX, location);
  if (size > 0) {
    place(to, from, length < size ? length : size - 1, location);
  }
  return length;
}

uint32_t __wrap_strlcat(uint32_t to, uint32_t from, uint32_t size) {
  uint32_t location = take_location();
  uint32_t had = check_string(to, size, location);
  uint32_t length = check_string(from, UINT32_MAX, location);
  if (had < size) {
    uint32_t room = size - had - 1;
    place(to + had, from, length < room ? length : room, location);
  }
  return had + length;
}

/* Copies up to and with the first `value`; the standard lets it read and write no further than that. */
void *__wrap_memccpy(uint32_t to, uint32_t from, int value, uint32_t bytes) {
  uint32_t location = take_location();
  unsigned char wanted = (unsigned char)value;
  for (uint32_t i = 0; i < bytes; i++) {
    if (shadow_accessible(from + i, 1) == 0) {
      fault(FAULT_READ, from + i, bytes, location);
      return 0;
    }
    if (shadow_writable(to + i, 1) == 0) {
      fault(FAULT_WRITE, to + i, bytes, location);
      return 0;
    }
    unsigned char byte = ((unsigned char *)as_pointer(from))[i];
    ((unsigned char *)as_pointer(to))[i] = byte;
    values_copied(to + i, from + i, 1);
    if (byte == wanted) {
      return as_pointer(to + i + 1);
    }
  }
  return 0;
}

/*
 * Numbers. The C library reads first, which destroys nothing, and says where it stopped; the byte it stopped at was read
 * as well.
 */
static void finish_number(uint32_t text, char *stop, char **end, uint32_t location) {
  uint32_t length = (uint32_t)(uintptr_t)stop - text;
  uint32_t readable = shadow_accessible(text, length + 1);
  if (readable <= length) {
    fault(FAULT_UNTERMINATED_STRING, text, readable, location);
  }
  values_used(text, readable, location);
  if (end != 0 && check_write((uint32_t)(uintptr_t)end, sizeof *end, location) == sizeof *end) {
    *end = stop;
    values_written((uint32_t)(uintptr_t)end, sizeof *end);
  }
}

#define READS_INTEGER(name, type)                                                                                      \
  type __real_##name(const char *text, char **end, int base);                                                          \
  type __wrap_##name(uint32_t text, char **end, int base) {                                                            \
    uint32_t location = take_location();                                                                               \
    char *stop = as_pointer(text);                                                                                     \
    type number = 0;                                                                                                   \
    if (check_string_byte(text, 0, location)) {                                                                        \
      number = __real_##name(as_pointer(text), &stop, base);                                                           \
      finish_number(text, stop, end, location);                                                                        \
    }                                                                                                                  \
    return number;                                                                                                     \
  }

READS_INTEGER(strtol, long)
READS_INTEGER(strtoul, unsigned long)
READS_INTEGER(strtoll, long long)
READS_INTEGER(strtoull, unsigned long long)

#define READS_REAL(name, type)                                                                                         \
  type __real_##name(const char *text, char **end);                                                                    \
  type __wrap_##name(uint32_t text, char **end) {                                                                      \
    uint32_t location = take_location();                                                                               \
    char *stop = as_pointer(text);                                                                                     \
    type number = 0;                                                                                                   \
    if (check_string_byte(text, 0, location)) {                                                                        \
      number = __real_##name(as_pointer(text), &stop);                                                                 \
      finish_number(text, stop, end, location);                                                                        \
    }                                                                                                                  \
    return number;                                                                                                     \
  }

READS_REAL(strtod, double)
READS_REAL(strtof, float)

#define READS_DECIMAL(name, type)                                                                                      \
  type __wrap_##name(uint32_t text) { return (type)__wrap_strtoll(text, 0, 10); }

READS_DECIMAL(atoi, int)
READS_DECIMAL(atol, long)
READS_DECIMAL(atoll, long long)

double __wrap_atof(uint32_t text) {
  return __wrap_strtod(text, 0);
}

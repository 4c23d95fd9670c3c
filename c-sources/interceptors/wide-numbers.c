/** Numbers written in wide characters, and the largest ones in bytes. Read first, then checked as far as they go. */
#include "checks.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "shadow.h"
#include <stddef.h>

static void finish(uint32_t text, const void *stop, uint32_t unit, void **end, uint32_t location) {
  uint32_t length = (uint32_t)(uintptr_t)stop - text;
  /* The character it stopped at was read as well. */
  uint32_t readable = shadow_accessible(text, length + unit);
  if (readable == 0) {
    fault(FAULT_READ, text, unit, location);
  } else if (readable < length + unit) {
    fault(FAULT_UNTERMINATED_STRING, text, readable, location);
  }
  values_used(text, readable, location);
  if (end != NULL && check_write((uint32_t)(uintptr_t)end, sizeof *end, location) == sizeof *end) {
    *end = (void *)stop;
    values_written((uint32_t)(uintptr_t)end, sizeof *end);
  }
}

#define READS(name, type, character, parameters, ...)                                                                  \
  type name(const character *text, void **end parameters);                                                             \
  type checked_##name(uint32_t text, void **end parameters) {                                                          \
    uint32_t location = take_location();                                                                               \
    void *stop = as_pointer(text);                                                                                     \
    type number = 0;                                                                                                   \
    if (shadow_accessible(text, sizeof(character)) == sizeof(character)) {                                             \
      number = name(as_pointer(text), &stop __VA_ARGS__);                                                              \
    }                                                                                                                  \
    finish(text, stop, sizeof(character), end, location);                                                              \
    return number;                                                                                                     \
  }

#define COMMA ,
#define READS_INTEGER(name, type) READS(name, type, wchar_t, COMMA int base, COMMA base)
#define READS_REAL(name, type, character) READS(name, type, character, , )

READS_INTEGER(wcstol, long)
READS_INTEGER(wcstoul, unsigned long)
READS_INTEGER(wcstoll, long long)
READS_INTEGER(wcstoull, unsigned long long)
READS_REAL(wcstof, float, wchar_t)
READS_REAL(wcstod, double, wchar_t)
READS_REAL(wcstold, long double, wchar_t)
READS_REAL(strtold, long double, char)

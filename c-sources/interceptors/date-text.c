/** Dates as text. How long that is only the function knows, so it is given no more than may be written. */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "location.h"
#include "own-memory.h"
#include "real.h"
#include "shadow.h"
#include <stddef.h>

enum { LONGEST_DATE = 4096 };

/* Items of `unit` bytes. The function returns 0 for a text that does not fit. */
#define PRINTS_DATE(name, character)                                                                                   \
  uint32_t name(character *to, uint32_t most, const character *format, const void *date);                              \
  uint32_t checked_##name(uint32_t to, uint32_t most, const character *format, const void *date) {                     \
    uint32_t location = take_location();                                                                               \
    uint32_t unit = sizeof(character);                                                                                 \
    uint32_t allowed = most > UINT32_MAX / unit ? most : shadow_writable(to, most * unit) / unit;                      \
    if (allowed == most) {                                                                                             \
      return name(as_pointer(to), most, format, date);                                                                 \
    }                                                                                                                  \
    uint32_t tried = most < LONGEST_DATE ? most : LONGEST_DATE;                                                        \
    character *elsewhere = new_memory(tried * unit);                                                                   \
    if (elsewhere == NULL) {                                                                                           \
      return 0;                                                                                                        \
    }                                                                                                                  \
    uint32_t length = name(elsewhere, tried, format, date);                                                            \
    uint32_t written = length == 0 ? 0 : check_write(to, (length + 1) * unit, location);                               \
    __real_memcpy(as_pointer(to), elsewhere, written);                                                                 \
    values_written(to, written);                                                                                       \
    return length;                                                                                                     \
  }

PRINTS_DATE(strftime, char)
PRINTS_DATE(wcsftime, wchar_t)

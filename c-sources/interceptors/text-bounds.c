/** Functions over strings and characters that go as far as what they find there lets them. */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"
#include <stddef.h>

void *__wrap_strchr(uint32_t text, int value);
void *__wrap_strncpy(uint32_t to, uint32_t from, uint32_t most);

/* The end of the text where the character does not occur. */
void *checked_strchrnul(uint32_t text, int value) {
  void *found = __wrap_strchr(text, value);
  if (found != NULL) {
    return found;
  }
  bool forbidden;
  return as_pointer(text + shadow_string_length(text, UINT32_MAX, &forbidden));
}

/* strncpy that returns the end of the text, or of the room where that is full. */
void *checked_stpncpy(uint32_t to, uint32_t from, uint32_t most) {
  __wrap_strncpy(to, from, most);
  bool forbidden;
  return as_pointer(to + shadow_string_length(from, most, &forbidden));
}

/* Reads no further than the character it looks for, like memchr. */
void *checked_wmemchr(uint32_t from, wchar_t wanted, uint32_t count) {
  uint32_t location = take_location();
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = from + i * sizeof(wchar_t);
    if (check_read(at, sizeof(wchar_t), location) != sizeof(wchar_t)) {
      break;
    }
    values_used(at, sizeof(wchar_t), location);
    if (*(wchar_t *)as_pointer(at) == wanted) {
      return as_pointer(at);
    }
  }
  return NULL;
}

int wcswidth(const wchar_t *text, uint32_t most);

int checked_wcswidth(uint32_t text, uint32_t most) {
  return wcswidth(as_pointer(text), check_wide_string(text, most, take_location()));
}

int wcsncasecmp(const wchar_t *left, const wchar_t *right, uint32_t most);

static bool is_there(uint32_t text, uint32_t index) {
  return shadow_accessible(text + index * sizeof(wchar_t), sizeof(wchar_t)) == sizeof(wchar_t);
}

int checked_wcsncasecmp(uint32_t left, uint32_t right, uint32_t most) {
  uint32_t location = take_location();
  const wchar_t *one = as_pointer(left);
  const wchar_t *other = as_pointer(right);
  /* A difference ends the comparison: what lies behind it in the longer one need not be there. */
  uint32_t same = 0;
  while (same < most && is_there(left, same) && is_there(right, same) && one[same] != 0 &&
         wcsncasecmp(one + same, other + same, 1) == 0) {
    same++;
  }
  uint32_t used = same < most ? same + 1 : most;
  check_wide_string(left, used, location);
  check_wide_string(right, used, location);
  return wcsncasecmp(one, other, is_there(left, same) && is_there(right, same) ? used : same);
}

const char *strerror(int number);

/* ERANGE of this C library: there was too little room. */
int strerror_r(int number, char *to, uint32_t size);

int checked_strerror_r(int number, uint32_t to, uint32_t size) {
  uint32_t location = take_location();
  bool forbidden;
  uint32_t needed = shadow_string_length((uint32_t)(uintptr_t)strerror(number), UINT32_MAX, &forbidden) + 1;
  uint32_t written = needed < size ? needed : size;
  uint32_t allowed = check_write(to, written, location);
  values_written(to, allowed);
  return strerror_r(number, as_pointer(to), allowed < written ? allowed : size);
}

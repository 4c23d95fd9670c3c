/** Comparison of texts in which upper and lower case are the same. */
#include "checks.h"
#include "location.h"
#include "shadow.h"

int __real_strncasecmp(const char *left, const char *right, uint32_t most);

static char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* How far both may have to be read: to the first difference, and no further than either has an end. */
static uint32_t common(uint32_t left, uint32_t right, uint32_t most) {
  uint32_t same = 0;
  while (same < most && shadow_accessible(left + same, 1) == 1 && shadow_accessible(right + same, 1) == 1) {
    char a = *(char *)as_pointer(left + same);
    char b = *(char *)as_pointer(right + same);
    same++;
    if (lower(a) != lower(b) || a == '\0') {
      return same;
    }
  }
  return same < most ? same + 1 : most;
}

int __wrap_strncasecmp(uint32_t left, uint32_t right, uint32_t most) {
  uint32_t location = take_location();
  uint32_t bytes = common(left, right, most);
  check_string(left, bytes, location);
  check_string(right, bytes, location);
  return __real_strncasecmp(as_pointer(left), as_pointer(right), bytes);
}

int __wrap_strcasecmp(uint32_t left, uint32_t right) {
  return __wrap_strncasecmp(left, right, UINT32_MAX);
}

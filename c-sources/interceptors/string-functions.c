/**
 * The C library's string functions. Each reads only what the standard lets it read: a comparison stops at the first
 * difference, so what lies behind it is not checked.
 */
#include "checks.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

static inline const unsigned char *bytes_at(uint32_t address) {
  return as_pointer(address);
}

uint32_t __wrap_strlen(uint32_t text) {
  return check_string(text, UINT32_MAX, take_location());
}

uint32_t __wrap_strnlen(uint32_t text, uint32_t most) {
  return check_string(text, most, take_location());
}

/* Whether one byte may be read; tells the host what it means when not. */
static bool check_string_byte(uint32_t text, uint32_t index, uint32_t location) {
  if (shadow_accessible(text + index, 1) == 1) {
    return true;
  }
  if (index == 0) {
    fault(FAULT_READ, text, 1, location);
  } else {
    fault(FAULT_UNTERMINATED_STRING, text, index, location);
  }
  return false;
}

static bool whole_granules_at(uint32_t left, uint32_t right) {
  return left < memory_end() && right < memory_end() && *shadow_of(left) == 0 && *shadow_of(right) == 0;
}

static int compare(uint32_t left, uint32_t right, uint32_t most, uint32_t location) {
  for (uint32_t i = 0; i < most; i++) {
    if (!whole_granules_at(left + i, right + i) &&
        (!check_string_byte(left, i, location) || !check_string_byte(right, i, location))) {
      return 0;
    }
    unsigned char a = bytes_at(left)[i];
    unsigned char b = bytes_at(right)[i];
    if (a != b || a == '\0') {
      values_used(left, i + 1, location);
      values_used(right, i + 1, location);
      return a - b;
    }
  }
  values_used(left, most, location);
  values_used(right, most, location);
  return 0;
}

int __wrap_strcmp(uint32_t left, uint32_t right) {
  return compare(left, right, UINT32_MAX, take_location());
}

int __wrap_strncmp(uint32_t left, uint32_t right, uint32_t most) {
  return compare(left, right, most, take_location());
}

/* Puts `length` bytes and a NUL where a string is built; as much of it as may be written. */
static void place(uint32_t to, uint32_t from, uint32_t length, uint32_t location) {
  uint32_t allowed = check_write(to, length + 1, location);
  if (ranges_overlap(to, allowed, from, length)) {
    fault(FAULT_OVERLAP, to, length + 1, location);
  }
  __real_memmove(as_pointer(to), as_pointer(from), length < allowed ? length : allowed);
  values_written(to, allowed);
  if (length < allowed) {
    *(char *)as_pointer(to + length) = '\0';
  }
}

void *__wrap_strcpy(uint32_t to, uint32_t from) {
  uint32_t location = take_location();
  place(to, from, check_string(from, UINT32_MAX, location), location);
  return as_pointer(to);
}

/* Writes all of `most` bytes: what the string does not fill becomes NUL. */
void *__wrap_strncpy(uint32_t to, uint32_t from, uint32_t most) {
  uint32_t location = take_location();
  uint32_t length = check_string(from, most, location);
  uint32_t allowed = check_write(to, most, location);
  uint32_t copied = length < allowed ? length : allowed;
  if (ranges_overlap(to, allowed, from, copied)) {
    fault(FAULT_OVERLAP, to, most, location);
  }
  __real_memmove(as_pointer(to), as_pointer(from), copied);
  __real_memset(as_pointer(to + copied), 0, allowed - copied);
  values_written(to, allowed);
  return as_pointer(to);
}

static void append(uint32_t to, uint32_t from, uint32_t most, uint32_t location) {
  uint32_t end = to + check_string(to, UINT32_MAX, location);
  place(end, from, check_string(from, most, location), location);
}

void *__wrap_strcat(uint32_t to, uint32_t from) {
  append(to, from, UINT32_MAX, take_location());
  return as_pointer(to);
}

void *__wrap_strncat(uint32_t to, uint32_t from, uint32_t most) {
  append(to, from, most, take_location());
  return as_pointer(to);
}

void *__wrap_strchr(uint32_t text, int value) {
  uint32_t location = take_location();
  char wanted = (char)value;
  for (uint32_t i = 0;; i++) {
    uint32_t at = text + i;
    if ((at >= memory_end() || *shadow_of(at) != 0) && !check_string_byte(text, i, location)) {
      return 0;
    }
    char byte = *(char *)as_pointer(at);
    if (byte == wanted || byte == '\0') {
      values_used(text, i + 1, location);
      return byte == wanted ? as_pointer(at) : 0;
    }
  }
}

void *__wrap_strrchr(uint32_t text, int value) {
  uint32_t length = check_string(text, UINT32_MAX, take_location());
  char wanted = (char)value;
  for (uint32_t left = length + 1; left > 0; left--) {
    char *at = as_pointer(text + left - 1);
    if (shadow_accessible(text + left - 1, 1) == 1 && *at == wanted) {
      return at;
    }
  }
  return 0;
}

void *__wrap_strstr(uint32_t text, uint32_t wanted) {
  uint32_t location = take_location();
  uint32_t length = check_string(text, UINT32_MAX, location);
  uint32_t wanted_length = check_string(wanted, UINT32_MAX, location);
  for (uint32_t i = 0; i + wanted_length <= length; i++) {
    if (__real_memcmp(as_pointer(text + i), as_pointer(wanted), wanted_length) == 0) {
      return as_pointer(text + i);
    }
  }
  return 0;
}

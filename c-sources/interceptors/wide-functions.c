/** The C library's functions over wide characters, of 4 bytes each. */
#include "checks.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

enum { WIDE = sizeof(wchar_t) };

static inline wchar_t wide_at(uint32_t text, uint32_t index) {
  return ((wchar_t *)as_pointer(text))[index];
}

/* Whether one character may be read; tells the host what it means when not. */
static bool check_wide(uint32_t text, uint32_t index, uint32_t location) {
  uint32_t accessible = shadow_accessible(text + WIDE * index, WIDE);
  if (accessible == WIDE) {
    values_used(text + WIDE * index, WIDE, location);
    return true;
  }
  if (index == 0) {
    fault(FAULT_READ, text + accessible, WIDE, location);
  } else {
    fault(FAULT_UNTERMINATED_STRING, text, WIDE * index, location);
  }
  return false;
}

uint32_t check_wide_string(uint32_t text, uint32_t limit, uint32_t location) {
  uint32_t length = 0;
  while (length < limit && check_wide(text, length, location) && wide_at(text, length) != 0) {
    length++;
  }
  return length;
}

/* As many bytes of `count` characters as a multiplication can say; nothing has more. */
static uint32_t wide_bytes(uint32_t count) {
  return count > UINT32_MAX / WIDE ? UINT32_MAX : count * WIDE;
}

static void place_wide(uint32_t to, uint32_t from, uint32_t length, uint32_t location) {
  uint32_t wanted = wide_bytes(length + 1);
  uint32_t allowed = check_write(to, wanted, location) & ~(uint32_t)(WIDE - 1);
  uint32_t copied = length * WIDE < allowed ? length * WIDE : allowed;
  if (ranges_overlap(to, allowed, from, copied)) {
    fault(FAULT_OVERLAP, to, wanted, location);
  }
  __real_memmove(as_pointer(to), as_pointer(from), copied);
  if (copied < allowed) {
    ((wchar_t *)as_pointer(to))[length] = 0;
  }
  values_written(to, allowed);
}

static int compare_wide(uint32_t left, uint32_t right, uint32_t most, bool to_the_end, uint32_t location) {
  for (uint32_t i = 0; i < most; i++) {
    if (!check_wide(left, i, location) || !check_wide(right, i, location)) {
      return 0;
    }
    wchar_t a = wide_at(left, i);
    wchar_t b = wide_at(right, i);
    if (a != b) {
      return (int)((uint32_t)a - (uint32_t)b);
    }
    if (a == 0 && !to_the_end) {
      return 0;
    }
  }
  return 0;
}

uint32_t __wrap_wcslen(uint32_t text) {
  return check_wide_string(text, UINT32_MAX, take_location());
}

uint32_t __wrap_wcsnlen(uint32_t text, uint32_t most) {
  return check_wide_string(text, most, take_location());
}

int __wrap_wcscmp(uint32_t left, uint32_t right) {
  return compare_wide(left, right, UINT32_MAX, false, take_location());
}

int __wrap_wcsncmp(uint32_t left, uint32_t right, uint32_t most) {
  return compare_wide(left, right, most, false, take_location());
}

void *__wrap_wcscpy(uint32_t to, uint32_t from) {
  uint32_t location = take_location();
  place_wide(to, from, check_wide_string(from, UINT32_MAX, location), location);
  return as_pointer(to);
}

/* Writes all of `most` characters, like strncpy. */
void *__wrap_wcsncpy(uint32_t to, uint32_t from, uint32_t most) {
  uint32_t location = take_location();
  uint32_t length = check_wide_string(from, most, location) * WIDE;
  uint32_t allowed = check_write(to, wide_bytes(most), location);
  uint32_t copied = length < allowed ? length : allowed;
  if (ranges_overlap(to, allowed, from, copied)) {
    fault(FAULT_OVERLAP, to, wide_bytes(most), location);
  }
  __real_memmove(as_pointer(to), as_pointer(from), copied);
  __real_memset(as_pointer(to + copied), 0, allowed - copied);
  values_written(to, allowed);
  return as_pointer(to);
}

static void append_wide(uint32_t to, uint32_t from, uint32_t most, uint32_t location) {
  uint32_t end = to + WIDE * check_wide_string(to, UINT32_MAX, location);
  place_wide(end, from, check_wide_string(from, most, location), location);
}

void *__wrap_wcscat(uint32_t to, uint32_t from) {
  append_wide(to, from, UINT32_MAX, take_location());
  return as_pointer(to);
}

void *__wrap_wcsncat(uint32_t to, uint32_t from, uint32_t most) {
  append_wide(to, from, most, take_location());
  return as_pointer(to);
}

void *__wrap_wcschr(uint32_t text, wchar_t wanted) {
  uint32_t location = take_location();
  for (uint32_t i = 0; check_wide(text, i, location); i++) {
    if (wide_at(text, i) == wanted) {
      return as_pointer(text + WIDE * i);
    }
    if (wide_at(text, i) == 0) {
      break;
    }
  }
  return 0;
}

void *__wrap_wmemcpy(uint32_t to, uint32_t from, uint32_t count) {
  uint32_t location = take_location();
  uint32_t bytes = wide_bytes(count);
  uint32_t readable = check_read(from, bytes, location);
  uint32_t writable = check_write(to, bytes, location);
  uint32_t allowed = readable < writable ? readable : writable;
  if (to != from && ranges_overlap(to, allowed, from, allowed)) {
    fault(FAULT_OVERLAP, to, bytes, location);
  }
  values_copied(to, from, allowed);
  return __real_memmove(as_pointer(to), as_pointer(from), allowed);
}

void *__wrap_wmemmove(uint32_t to, uint32_t from, uint32_t count) {
  uint32_t location = take_location();
  uint32_t readable = check_read(from, wide_bytes(count), location);
  uint32_t writable = check_write(to, wide_bytes(count), location);
  uint32_t allowed = readable < writable ? readable : writable;
  values_copied(to, from, allowed);
  return __real_memmove(as_pointer(to), as_pointer(from), allowed);
}

void *__wrap_wmemset(uint32_t to, wchar_t value, uint32_t count) {
  uint32_t allowed = check_write(to, wide_bytes(count), take_location());
  values_written(to, allowed);
  for (uint32_t i = 0; i < allowed / WIDE; i++) {
    ((wchar_t *)as_pointer(to))[i] = value;
  }
  return as_pointer(to);
}

int __wrap_wmemcmp(uint32_t left, uint32_t right, uint32_t count) {
  return compare_wide(left, right, count, true, take_location());
}

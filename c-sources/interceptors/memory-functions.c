/** memcpy and its family, as the C library has them and as instrumented code calls them. */
#include "checks.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"

static inline uint32_t lesser(uint32_t left, uint32_t right) {
  return left < right ? left : right;
}

void *__wrap_memcpy(uint32_t to, uint32_t from, uint32_t bytes) {
  uint32_t location = take_location();
  uint32_t readable = check_read(from, bytes, location);
  uint32_t allowed = lesser(readable, check_write(to, bytes, location));
  values_copied(to, from, allowed);
  /* The same address twice is what compilers make of `*a = *a`, and harmless. */
  if (to != from && ranges_overlap(to, allowed, from, allowed)) {
    fault(FAULT_OVERLAP, to, bytes, location);
    return __real_memmove(as_pointer(to), as_pointer(from), allowed);
  }
  return __real_memcpy(as_pointer(to), as_pointer(from), allowed);
}

void *__wrap_memmove(uint32_t to, uint32_t from, uint32_t bytes) {
  uint32_t location = take_location();
  uint32_t readable = check_read(from, bytes, location);
  uint32_t allowed = lesser(readable, check_write(to, bytes, location));
  values_copied(to, from, allowed);
  return __real_memmove(as_pointer(to), as_pointer(from), allowed);
}

void *__wrap_memset(uint32_t to, int value, uint32_t bytes) {
  uint32_t allowed = check_write(to, bytes, take_location());
  values_written(to, allowed);
  return __real_memset(as_pointer(to), value, allowed);
}

/* The result depends on no more than what is equal, and the first difference. */
static void use_compared(uint32_t left, uint32_t right, uint32_t bytes, uint32_t location) {
#ifdef FFI_FOLLOWS_VALUES
  uint32_t same = 0;
  while (same < bytes && ((char *)as_pointer(left))[same] == ((char *)as_pointer(right))[same]) {
    same++;
  }
  uint32_t used = same < bytes ? same + 1 : bytes;
  values_used(left, used, location);
  values_used(right, used, location);
#else
  (void)left, (void)right, (void)bytes, (void)location;
#endif
}

int __wrap_memcmp(uint32_t left, uint32_t right, uint32_t bytes) {
  uint32_t location = take_location();
  uint32_t readable = check_read(left, bytes, location);
  uint32_t allowed = lesser(readable, check_read(right, bytes, location));
  use_compared(left, right, allowed, location);
  return __real_memcmp(as_pointer(left), as_pointer(right), allowed);
}

/* Reads no further than the byte it looks for, whatever `bytes` says: the standard allows a bound that is too large. */
void *__wrap_memchr(uint32_t from, int value, uint32_t bytes) {
  uint32_t location = take_location();
  char wanted = (char)value;
  for (uint32_t done = 0; done < bytes;) {
    uint32_t piece = lesser(bytes - done, 64 - (from + done) % 64);
    uint32_t readable = shadow_accessible(from + done, piece);
    for (uint32_t i = 0; i < readable; i++) {
      char *at = as_pointer(from + done + i);
      if (*at == wanted) {
        values_used(from, done + i + 1, location);
        return at;
      }
    }
    if (readable < piece) {
      fault(FAULT_READ, from + done + readable, bytes, location);
      return 0;
    }
    done += piece;
  }
  values_used(from, bytes, location);
  return 0;
}

void *__asan_memcpy(uint32_t to, uint32_t from, uint32_t bytes) {
  return __wrap_memcpy(to, from, bytes);
}
void *__asan_memmove(uint32_t to, uint32_t from, uint32_t bytes) {
  return __wrap_memmove(to, from, bytes);
}
void *__asan_memset(uint32_t to, int value, uint32_t bytes) {
  return __wrap_memset(to, value, bytes);
}

#include "own-data.h"

#ifdef FFI_FOLLOWS_VALUES

void forbid_own_data(void) {}
void forbid_records(const void *records, uint32_t bytes) {
  (void)records;
  (void)bytes;
}

#else

/* The linker's. */
extern char __start_checker_data;
extern char __stop_checker_data;

static void forbid(uint32_t from, uint32_t to) {
  /* Of a granule that is shared with something else, nothing is forbidden. */
  uint32_t begin = (from + GRANULE - 1) & ~(GRANULE - 1);
  uint32_t end = to & ~(GRANULE - 1);
  if (begin < end) {
    shadow_fill(begin, end - begin, SHADOW_NOTHING);
  }
}

/* The last one: it fills its granule, so the section ends with one. */
OWN_DATA __attribute__((used)) static uint64_t last_of_own_data = 0;

void forbid_own_data(void) {
  forbid((uint32_t)(uintptr_t)&__start_checker_data, (uint32_t)(uintptr_t)&__stop_checker_data);
}

void forbid_records(const void *records, uint32_t bytes) {
  uint32_t begin = (uint32_t)(uintptr_t)records;
  forbid(begin, begin + bytes);
}

#endif

/**
 * What instrumented code calls when one of its inline checks fails, just before the access itself. The compiler
 * chooses these names.
 */
#include "constants.h"
#include "faults.h"
#include "location.h"
#include "shadow.h"

static void report(enum fault_kind kind, uint32_t address, uint32_t bytes) {
  fault(kind, address + shadow_accessible(address, bytes), bytes, take_location());
}

/* Checks of sizes the compiler does not inline. */
static void check_access(enum fault_kind kind, uint32_t address, uint32_t bytes) {
  uint32_t accessible = kind == FAULT_WRITE ? shadow_writable(address, bytes) : shadow_accessible(address, bytes);
  uint32_t location = take_location();
  if (accessible < bytes) {
    fault(kind, address + accessible, bytes, location);
  }
}

#define ACCESSES_OF(size)                                                                                              \
  void __asan_report_load##size##_noabort(uint32_t address) { report(FAULT_READ, address, size); }                     \
  void __asan_report_store##size##_noabort(uint32_t address) { report(FAULT_WRITE, address, size); }                   \
  void __asan_load##size##_noabort(uint32_t address) { check_access(FAULT_READ, address, size); }                             \
  void __asan_store##size##_noabort(uint32_t address) { check_access(FAULT_WRITE, address, size); }

ACCESSES_OF(1)
ACCESSES_OF(2)
ACCESSES_OF(4)
ACCESSES_OF(8)
ACCESSES_OF(16)

void __asan_report_load_n_noabort(uint32_t address, uint32_t bytes) {
  report(FAULT_READ, address, bytes);
}
void __asan_report_store_n_noabort(uint32_t address, uint32_t bytes) {
  report(FAULT_WRITE, address, bytes);
}
void __asan_loadN_noabort(uint32_t address, uint32_t bytes) {
  check_access(FAULT_READ, address, bytes);
}
void __asan_storeN_noabort(uint32_t address, uint32_t bytes) {
  check_access(FAULT_WRITE, address, bytes);
}

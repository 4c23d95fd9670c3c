#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "shadow.h"

static uint32_t check_range(enum fault_kind kind, uint32_t address, uint32_t bytes, uint32_t location) {
  uint32_t accessible = kind == FAULT_WRITE ? shadow_writable(address, bytes) : shadow_accessible(address, bytes);
  if (accessible < bytes) {
    fault(kind, address + accessible, bytes, location);
  }
  return accessible;
}

uint32_t check_read(uint32_t address, uint32_t bytes, uint32_t location) {
  return check_range(FAULT_READ, address, bytes, location);
}

uint32_t check_write(uint32_t address, uint32_t bytes, uint32_t location) {
  return check_range(FAULT_WRITE, address, bytes, location);
}

uint32_t check_string(uint32_t address, uint32_t limit, uint32_t location) {
  bool forbidden;
  uint32_t length = shadow_string_length(address, limit, &forbidden);
  /* Where nothing was written, there is no text that could lack its end. */
  values_used(address, forbidden || length == limit ? length : length + 1, location);
  if (forbidden) {
    /* When not even its first byte may be read, the pointer is what is wrong, not a missing NUL. */
    if (length == 0) {
      fault(FAULT_READ, address, 1, location);
    } else {
      fault(FAULT_UNTERMINATED_STRING, address, length, location);
    }
  }
  return length;
}

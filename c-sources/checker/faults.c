#include "faults.h"
#include "shadow.h"

void fault(enum fault_kind kind, uint32_t address, uint32_t bytes, uint32_t location) {
  ffi_hook_fault(kind, address, bytes, location);
  if ((kind == FAULT_READ || kind == FAULT_WRITE) && (address < first_data_address() || address >= memory_end())) {
    __builtin_trap();
  }
}

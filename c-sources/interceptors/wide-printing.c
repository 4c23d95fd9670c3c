/** Printing into an array of wide characters. */
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "shadow.h"
#include <stdarg.h>
#include <stddef.h>

int __real_vswprintf(wchar_t *to, uint32_t count, const wchar_t *format, va_list values);

/* Says -1 when the text does not fit: then it has been given too little room, or the program has. */
int __wrap_vswprintf(uint32_t to, uint32_t count, const wchar_t *format, va_list values) {
  uint32_t location = take_location();
  uint32_t wanted = count > UINT32_MAX / sizeof(wchar_t) ? UINT32_MAX : count * sizeof(wchar_t);
  uint32_t allowed = shadow_writable(to, wanted);
  int written = __real_vswprintf(as_pointer(to), allowed / sizeof(wchar_t), format, values);
  values_written(to, allowed);
  if (written < 0 && allowed < wanted) {
    fault(FAULT_WRITE, to + allowed, sizeof(wchar_t), location);
  }
  return written;
}

/** Functions of the C library that only whole programs use, checked like those of the checker. */
#include "checks.h"
#include "constants.h"
#include "faults.h"
#include "shadow.h"
#include "site.h"
#include "values.h"
#include <stdarg.h>
#include <stddef.h>

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
  uint32_t site = take_site();
  uint32_t bytes = common(left, right, most);
  check_string(left, bytes, site);
  check_string(right, bytes, site);
  return __real_strncasecmp(as_pointer(left), as_pointer(right), bytes);
}

int __wrap_strcasecmp(uint32_t left, uint32_t right) {
  return __wrap_strncasecmp(left, right, UINT32_MAX);
}

int __real_vswprintf(wchar_t *to, uint32_t count, const wchar_t *format, va_list values);

/* Says -1 when the text does not fit: then it has been given too little room, or the program has. */
int __wrap_vswprintf(uint32_t to, uint32_t count, const wchar_t *format, va_list values) {
  uint32_t site = take_site();
  uint32_t wanted = count > UINT32_MAX / sizeof(wchar_t) ? UINT32_MAX : count * sizeof(wchar_t);
  uint32_t allowed = shadow_writable(to, wanted);
  int written = __real_vswprintf(as_pointer(to), allowed / sizeof(wchar_t), format, values);
  values_written(to, allowed);
  if (written < 0 && allowed < wanted) {
    fault(FAULT_WRITE, to + allowed, sizeof(wchar_t), site);
  }
  return written;
}

enum { STREAM_BYTES = 4, MOST_BUFFERS = 8 };

/* Buffers that the program has given to streams: they have to live as long. */
static struct {
  uint32_t stream;
  uint32_t buffer;
  uint32_t bytes;
} buffers[MOST_BUFFERS];

/** Called before setvbuf. */
void ffi_stream_buffer(uint32_t stream, uint32_t buffer, int mode, uint32_t bytes) {
  (void)mode;
  for (uint32_t i = 0; i < MOST_BUFFERS; i++) {
    if (buffers[i].stream == stream || buffers[i].stream == 0) {
      buffers[i].stream = stream;
      buffers[i].buffer = buffer;
      buffers[i].bytes = bytes;
      return;
    }
  }
}

/** Called before a function that is given a stream: where none could be opened, it would read what NULL points at. */
void ffi_check_stream(uint32_t stream) {
  uint32_t site = ffi_site != 0 ? ffi_site : ffi_outer_site;
  if (stream < first_data_address()) {
    fault(FAULT_READ, stream, STREAM_BYTES, site);
  } else if (is_heap(stream) && shadow_accessible(stream, 1) == 0) {
    fault(FAULT_READ, stream, STREAM_BYTES, site);
  }
  for (uint32_t i = 0; i < MOST_BUFFERS && buffers[i].stream != 0; i++) {
    if (buffers[i].stream == stream && buffers[i].buffer != 0 && shadow_accessible(buffers[i].buffer, 1) == 0) {
      fault(FAULT_WRITE, buffers[i].buffer, buffers[i].bytes, site);
    }
  }
}

extern uint32_t stdout;

/** The same, before a function that prints where nobody said. */
void ffi_check_stdout(void) {
  ffi_check_stream(stdout);
}

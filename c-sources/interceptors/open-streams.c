/** Streams that a function of the C library is given: whether they are open, and whether their buffers still live. */
#include "faults.h"
#include "location.h"
#include "shadow.h"

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
  uint32_t location = ffi_location != 0 ? ffi_location : ffi_outer_location;
  if (stream < first_data_address()) {
    fault(FAULT_READ, stream, STREAM_BYTES, location);
  } else if (is_heap(stream) && shadow_accessible(stream, 1) == 0) {
    fault(FAULT_READ, stream, STREAM_BYTES, location);
  }
  for (uint32_t i = 0; i < MOST_BUFFERS && buffers[i].stream != 0; i++) {
    if (buffers[i].stream == stream && buffers[i].buffer != 0 && shadow_accessible(buffers[i].buffer, 1) == 0) {
      fault(FAULT_WRITE, buffers[i].buffer, buffers[i].bytes, location);
    }
  }
}

extern uint32_t stdout;

/** The same, before a function that prints to a stream it is not given. */
void ffi_check_stdout(void) {
  ffi_check_stream(stdout);
}

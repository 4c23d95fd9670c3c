/*
 * What differs: the bytes stand behind a head in their block, and not at its beginning, and are allocated before the buffer
 * is. When they move, what they leave behind is overwritten.
 */
#include "zerocopy.h"
#include <stdlib.h>
#include <string.h>

/* What stands before the bytes, of a size that keeps their alignment. */
struct head {
  _Alignas(16) const Buffer *of;
};

struct Buffer {
  size_t size;
  struct head *head;
};

static uint8_t *bytes_of(const Buffer *buffer) {
  return (uint8_t *)(buffer->head + 1);
}

/* NULL when there is no memory. */
static struct head *make_bytes(size_t size) {
  size_t bytes;
  return __builtin_add_overflow(size, sizeof(struct head), &bytes) ? NULL : calloc(bytes, 1);
}

Buffer *create_buffer(size_t size) {
  struct head *head = size == 0 ? NULL : make_bytes(size);
  if (head == NULL) {
    return NULL;
  }
  Buffer *buffer = malloc(sizeof *buffer);
  if (buffer == NULL) {
    free(head);
    return NULL;
  }
  head->of = buffer;
  *buffer = (Buffer){size, head};
  return buffer;
}

void destroy_buffer(Buffer *buffer) {
  if (buffer != NULL) {
    free(buffer->head);
    free(buffer);
  }
}

uint8_t *get_buffer_data(Buffer *buffer) {
  return bytes_of(buffer);
}

size_t get_buffer_size(const Buffer *buffer) {
  return buffer->size;
}

int process_buffer(Buffer *buffer) {
  uint8_t *bytes = bytes_of(buffer);
  for (size_t i = buffer->size; i > 0; i--) {
    bytes[i - 1] ^= 0xff;
  }
  return 0;
}

bool grow_buffer(Buffer *buffer, size_t size) {
  struct head *head = size < buffer->size ? NULL : make_bytes(size);
  if (head == NULL) {
    return false;
  }
  head->of = buffer;
  memcpy(head + 1, bytes_of(buffer), buffer->size);
  /* A view that is kept over this reads nothing that it could take for its bytes. */
  memset(bytes_of(buffer), 0xdd, buffer->size);
  free(buffer->head);
  *buffer = (Buffer){size, head};
  return true;
}

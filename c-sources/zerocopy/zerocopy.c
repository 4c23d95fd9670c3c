#include "zerocopy.h"
#include <stdlib.h>
#include <string.h>

struct Buffer {
  uint8_t *data;
  size_t size;
};

Buffer *create_buffer(size_t size) {
  if (size == 0) {
    return NULL;
  }
  Buffer *buffer = malloc(sizeof *buffer);
  if (buffer == NULL) {
    return NULL;
  }
  buffer->data = calloc(size, 1);
  buffer->size = size;
  if (buffer->data == NULL) {
    free(buffer);
    return NULL;
  }
  return buffer;
}

void destroy_buffer(Buffer *buffer) {
  if (buffer == NULL) {
    return;
  }
  free(buffer->data);
  free(buffer);
}

uint8_t *get_buffer_data(Buffer *buffer) {
  return buffer->data;
}

size_t get_buffer_size(const Buffer *buffer) {
  return buffer->size;
}

int process_buffer(Buffer *buffer) {
  for (size_t i = 0; i < buffer->size; i++) {
    buffer->data[i] = (uint8_t)~buffer->data[i];
  }
  return 0;
}

bool grow_buffer(Buffer *buffer, size_t size) {
  if (size < buffer->size) {
    return false;
  }
  /* Not realloc, which may leave the bytes where they are: what is stale should be so every time, not now and then. */
  uint8_t *moved = calloc(size, 1);
  if (moved == NULL) {
    return false;
  }
  memcpy(moved, buffer->data, buffer->size);
  free(buffer->data);
  buffer->data = moved;
  buffer->size = size;
  return true;
}

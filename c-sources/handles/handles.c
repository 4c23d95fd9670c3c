#include "handles.h"
#include <stdlib.h>
#include <string.h>

struct Handle {
  uint8_t *config;
  size_t len;
  /* In memory of its own, so that a const handle can count. */
  int *uses;
};

Handle *create_handle(const uint8_t *config, size_t len) {
  if (len > HANDLE_MOST_CONFIG_BYTES || (config == NULL && len > 0)) {
    return NULL;
  }
  Handle *handle = calloc(1, sizeof *handle);
  if (handle == NULL) {
    return NULL;
  }
  handle->uses = calloc(1, sizeof *handle->uses);
  /* One byte more than none: malloc(0) may answer NULL where nothing has gone wrong. */
  handle->config = malloc(len > 0 ? len : 1);
  if (handle->uses == NULL || handle->config == NULL) {
    destroy_handle(handle);
    return NULL;
  }
  if (len > 0) {
    memcpy(handle->config, config, len);
  }
  handle->len = len;
  return handle;
}

int use_handle(const Handle *handle) {
  if (handle == NULL) {
    return -1;
  }
  int sum = *handle->uses;
  for (size_t i = 0; i < handle->len; i++) {
    sum += handle->config[i];
  }
  *handle->uses += 1;
  return sum;
}

void destroy_handle(Handle *handle) {
  if (handle == NULL) {
    return;
  }
  free(handle->config);
  free(handle->uses);
  free(handle);
}

/*
 * What differs: of a configuration only the sum is kept, so that all handles are of one size. What a destroyed handle took is
 * kept for the next one, which has its address then, and needs no allocation.
 */
#include "handles.h"
#include <stdatomic.h>
#include <stdlib.h>

struct Handle {
  int sum;
  /* The next free one, while it is free itself. */
  Handle *next;
};

static Handle *free_handles = NULL;

/* Handles may be made and destroyed by different threads. */
static atomic_flag busy = ATOMIC_FLAG_INIT;

static void lock(void) {
  while (atomic_flag_test_and_set(&busy)) {
  }
}

static void unlock(void) {
  atomic_flag_clear(&busy);
}

static Handle *take_free(void) {
  lock();
  Handle *handle = free_handles;
  if (handle != NULL) {
    free_handles = handle->next;
  }
  unlock();
  return handle;
}

Handle *create_handle(const uint8_t *config, size_t len) {
  if (len > HANDLE_MOST_CONFIG_BYTES || (config == NULL && len > 0)) {
    return NULL;
  }
  Handle *handle = take_free();
  if (handle == NULL) {
    handle = malloc(sizeof *handle);
  }
  if (handle == NULL) {
    return NULL;
  }
  *handle = (Handle){0, NULL};
  for (size_t i = 0; i < len; i++) {
    handle->sum += config[i];
  }
  return handle;
}

int use_handle(const Handle *handle) {
  if (handle == NULL) {
    return -1;
  }
  /* Each use makes the next sum one larger. */
  return ((Handle *)handle)->sum++;
}

void destroy_handle(Handle *handle) {
  if (handle == NULL) {
    return;
  }
  handle->sum = -1;
  lock();
  handle->next = free_handles;
  free_handles = handle;
  unlock();
}

/*
 * What differs: the numbers of handlers are neither small nor consecutive, and the first is 0. The newest handler is called
 * first. Each handler gets a copy of the data of its own, which is gone as soon as that handler has returned.
 */
#include "events.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What `trigger_event` takes for the length of any data. */
#define GUESSED_BYTES 64

struct handler {
  int id;
  event_callback call;
  void *user_data;
};

/* Newest first. */
static struct handler handlers[EVENTS_MOST_HANDLERS];
static size_t handler_count = 0;
static unsigned registrations = 0;

/* An odd factor: no number comes twice before all 2^31 have come. */
static int next_id(void) {
  return (int)(registrations++ * 0x9e3779b1u & 0x7fffffffu);
}

int register_event_handler(event_callback handler, void *user_data) {
  if (handler == NULL) {
    return -1;
  }
  if (handler_count == EVENTS_MOST_HANDLERS) {
    return -2;
  }
  memmove(&handlers[1], &handlers[0], handler_count * sizeof handlers[0]);
  handlers[0] = (struct handler){next_id(), handler, user_data};
  handler_count++;
  return handlers[0].id;
}

static struct handler *find(int id) {
  for (size_t i = 0; i < handler_count; i++) {
    if (handlers[i].id == id) {
      return &handlers[i];
    }
  }
  return NULL;
}

void unregister_event_handler(int id) {
  struct handler *gone = find(id);
  if (gone != NULL) {
    memmove(gone, gone + 1, (size_t)(&handlers[handler_count] - (gone + 1)) * sizeof handlers[0]);
    handler_count--;
  }
}

void trigger_event(int type, const void *data) {
  trigger_event_sized(type, data, data == NULL ? 0 : GUESSED_BYTES);
}

/* A copy for each handler, all of them before the first is called: where memory ends, none is. */
static bool copy_for_each(void *copies[], size_t count, const void *data, size_t len) {
  for (size_t i = 0; i < count; i++) {
    copies[i] = malloc(len);
    if (copies[i] == NULL) {
      while (i > 0) {
        free(copies[--i]);
      }
      return false;
    }
    memcpy(copies[i], data, len);
  }
  return true;
}

void trigger_event_sized(int type, const void *data, size_t len) {
  /* Handlers may come and go meanwhile: those are called that were there at the beginning and still are. */
  int ids[EVENTS_MOST_HANDLERS];
  void *copies[EVENTS_MOST_HANDLERS] = {NULL};
  size_t count = handler_count;
  for (size_t i = 0; i < count; i++) {
    ids[i] = handlers[i].id;
  }
  if (len > 0 && !copy_for_each(copies, count, data, len)) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    const struct handler *handler = find(ids[i]);
    if (handler != NULL) {
      handler->call(type, copies[i], len, handler->user_data);
    }
    free(copies[i]);
  }
}

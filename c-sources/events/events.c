#include "events.h"
#include <stdlib.h>
#include <string.h>

/* What `trigger_event` takes for the length of any data. */
#define GUESSED_BYTES 64

struct handler {
  /* 0: free. Numbers are not used again, so that an old one cannot end a new registration. */
  int id;
  event_callback call;
  void *user_data;
};

/* In the order of registration, free places last. */
static struct handler handlers[EVENTS_MOST_HANDLERS];
static size_t handler_count = 0;
static int last_id = 0;

int register_event_handler(event_callback handler, void *user_data) {
  if (handler == NULL) {
    return -1;
  }
  if (handler_count == EVENTS_MOST_HANDLERS) {
    return -2;
  }
  handlers[handler_count++] = (struct handler){++last_id, handler, user_data};
  return last_id;
}

void unregister_event_handler(int id) {
  for (size_t i = 0; i < handler_count; i++) {
    if (handlers[i].id == id) {
      memmove(&handlers[i], &handlers[i + 1], (handler_count - i - 1) * sizeof handlers[0]);
      handler_count--;
      return;
    }
  }
}

static const struct handler *find(int id) {
  for (size_t i = 0; i < handler_count; i++) {
    if (handlers[i].id == id) {
      return &handlers[i];
    }
  }
  return NULL;
}

void trigger_event(int type, const void *data) {
  trigger_event_sized(type, data, data == NULL ? 0 : GUESSED_BYTES);
}

void trigger_event_sized(int type, const void *data, size_t len) {
  /* Handlers may come and go meanwhile: those are called that were there at the beginning and still are. */
  int ids[EVENTS_MOST_HANDLERS];
  size_t count = handler_count;
  for (size_t i = 0; i < count; i++) {
    ids[i] = handlers[i].id;
  }
  /* Handlers get a copy, so that none can change what the next one sees. */
  void *copy = NULL;
  if (count > 0 && len > 0) {
    copy = malloc(len);
    if (copy == NULL) {
      return;
    }
    memcpy(copy, data, len);
  }
  for (size_t i = 0; i < count; i++) {
    const struct handler *handler = find(ids[i]);
    if (handler != NULL) {
      handler->call(type, copy, len, handler->user_data);
    }
  }
  free(copy);
}

#include "monitors.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct registration {
  /* Numbers are not used again, so that an old one cannot end a new registration. */
  int id;
  watcher call;
  void *user_data;
};

struct Monitor {
  char *name;
  unsigned values;
  /* In the order of their registration. Places behind them hold nothing. */
  struct registration watchers[MONITOR_MOST_WATCHERS];
  size_t watcher_count;
  int last_id;
  /* How many calls of feed_monitor have not returned. */
  int feeds;
  /* It was closed while it was fed. */
  bool closed;
};

Monitor *open_monitor(const char *name) {
  size_t size = strlen(name) + 1;
  Monitor *monitor = calloc(1, sizeof *monitor);
  char *copy = malloc(size);
  if (monitor == NULL || copy == NULL) {
    free(copy);
    free(monitor);
    return NULL;
  }
  memcpy(copy, name, size);
  monitor->name = copy;
  return monitor;
}

static void release(Monitor *monitor) {
  free(monitor->name);
  free(monitor);
}

void close_monitor(Monitor *monitor) {
  if (monitor == NULL) {
    return;
  }
  if (monitor->feeds == 0) {
    release(monitor);
    return;
  }
  memset(monitor->watchers, 0, sizeof monitor->watchers);
  monitor->watcher_count = 0;
  monitor->closed = true;
}

static struct registration *find(Monitor *monitor, int id) {
  for (size_t i = 0; i < monitor->watcher_count; i++) {
    if (monitor->watchers[i].id == id) {
      return &monitor->watchers[i];
    }
  }
  return NULL;
}

int watch_monitor(Monitor *monitor, watcher watch, void *user_data) {
  if (watch == NULL) {
    return MONITOR_NO_WATCHER;
  }
  if (monitor->watcher_count == MONITOR_MOST_WATCHERS) {
    return MONITOR_NO_ROOM;
  }
  monitor->watchers[monitor->watcher_count++] = (struct registration){++monitor->last_id, watch, user_data};
  return monitor->last_id;
}

int unwatch_monitor(Monitor *monitor, int id) {
  struct registration *one = find(monitor, id);
  if (one == NULL) {
    return MONITOR_UNKNOWN;
  }
  size_t behind = (size_t)(&monitor->watchers[monitor->watcher_count] - (one + 1));
  memmove(one, one + 1, behind * sizeof *one);
  monitor->watcher_count--;
  /* Nothing that the program may release by now stays behind. */
  monitor->watchers[monitor->watcher_count] = (struct registration){0};
  return 0;
}

int feed_monitor(Monitor *monitor, double value) {
  /* Watchers may come and go meanwhile: those are called that were there at the beginning and still are. */
  int ids[MONITOR_MOST_WATCHERS];
  size_t count = monitor->watcher_count;
  for (size_t i = 0; i < count; i++) {
    ids[i] = monitor->watchers[i].id;
  }
  int called = 0;
  monitor->values++;
  monitor->feeds++;
  for (size_t i = 0; i < count; i++) {
    const struct registration *one = find(monitor, ids[i]);
    if (one != NULL) {
      called++;
      one->call(monitor, value, one->user_data);
    }
  }
  monitor->feeds--;
  if (monitor->closed && monitor->feeds == 0) {
    release(monitor);
  }
  return called;
}

/* Digits of the largest unsigned number. */
#define MOST_DIGITS 10

static char *put_text(char *at, const char *text) {
  size_t length = strlen(text);
  memcpy(at, text, length);
  return at + length;
}

/* "1 value", "2 values". */
static char *put_count(char *at, unsigned count, const char *what) {
  char digits[MOST_DIGITS];
  size_t length = 0;
  unsigned rest = count;
  do {
    digits[length++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  while (length > 0) {
    *at++ = digits[--length];
  }
  *at++ = ' ';
  at = put_text(at, what);
  return count == 1 ? at : put_text(at, "s");
}

char *describe_monitor(const Monitor *monitor) {
  /* The longest text around two numbers, its NUL included. */
  size_t most = strlen(monitor->name) + sizeof ":  values,  watchers" + 2 * MOST_DIGITS;
  char *description = malloc(most);
  if (description == NULL) {
    return NULL;
  }
  char *at = put_text(description, monitor->name);
  at = put_text(at, ": ");
  at = put_count(at, monitor->values, "value");
  at = put_text(at, ", ");
  at = put_count(at, (unsigned)monitor->watcher_count, "watcher");
  *at = '\0';
  return description;
}

void free_description(char *description) {
  free(description);
}

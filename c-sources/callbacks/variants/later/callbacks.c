/*
 * What differs: the callback comes later. Items are read many at a time, before the first of them is told, so that what a
 * callback does to the items it has yet to hear of changes nothing.
 */
#include "callbacks.h"
#include <string.h>

/* Items read at a time. They stand in the frame of the call, as a callback may process items, too. */
#define ITEMS_AT_A_TIME 256

static struct {
  callback function;
  void *user_data;
} registered;

void register_callback(callback function, void *user_data) {
  registered.function = function;
  registered.user_data = function == NULL ? NULL : user_data;
}

void process_items(const int *items, size_t count) {
  int waiting[ITEMS_AT_A_TIME];
  for (size_t done = 0; done < count && registered.function != NULL;) {
    size_t now = count - done < ITEMS_AT_A_TIME ? count - done : ITEMS_AT_A_TIME;
    memcpy(waiting, items + done, now * sizeof waiting[0]);
    for (size_t i = 0; i < now && registered.function != NULL; i++) {
      registered.function(waiting[i], registered.user_data);
    }
    done += now;
  }
}

void unregister_callback(void) {
  register_callback(NULL, NULL);
}

#include "callbacks.h"

static callback registered = NULL;
static void *registered_data = NULL;

void register_callback(callback function, void *user_data) {
  registered = function;
  registered_data = function == NULL ? NULL : user_data;
}

void process_items(const int *items, size_t count) {
  for (size_t i = 0; i < count; i++) {
    /* Looked up for each item: the callback may have unregistered itself. */
    if (registered == NULL) {
      return;
    }
    registered(items[i], registered_data);
  }
}

void unregister_callback(void) {
  registered = NULL;
  registered_data = NULL;
}

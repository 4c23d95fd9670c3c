// What a callback is given has to live as long as it may be called.
#include <stdio.h>

typedef void (*callback)(void *data);

static callback registered;
static void *registered_data;

static void count(void *data) {
  ++*(int *)data;
}

static void begin(int *counter) {
  registered = count;
  registered_data = counter;
}

static void start(int *mine) {
  begin(mine);
}

int main(void) {
  int counter = 0;
  start(&counter);
  registered(registered_data);
  printf("%d\n", counter);
  return 0;
}

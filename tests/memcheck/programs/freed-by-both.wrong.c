// Two owners of one buffer, and each of them frees it.
#include <stdlib.h>

struct message {
  char *text;
};

static void discard(struct message *message) {
  free(message->text); // FFI003
}

int main(void) {
  struct message message = {malloc(32)};
  discard(&message);
  discard(&message);
  return 0;
}

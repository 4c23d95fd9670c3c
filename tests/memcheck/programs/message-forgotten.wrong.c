// What asprintf makes belongs to whoever called it.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char *message;
  if (asprintf(&message, "%d of %d", 3, 4) < 0) return 1; // FFI002
  puts(message);
  message = NULL;
  return 0;
}

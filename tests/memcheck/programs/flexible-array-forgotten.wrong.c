// The struct's size does not hold its flexible array.
#include <stdlib.h>

struct packet {
  int count;
  int values[];
};

int main(void) {
  struct packet *packet = malloc(sizeof *packet);
  if (packet == NULL) return 1;
  packet->count = 3;
  for (int i = 0; i < packet->count; i++) {
    packet->values[i] = i; // FFI005
  }
  free(packet);
  return 0;
}

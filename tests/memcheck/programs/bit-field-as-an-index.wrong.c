// Three bits count to seven.
#include <stdio.h>

struct packet {
  unsigned kind : 3;
  unsigned length : 5;
};

int main(void) {
  int counts[6] = {0};
  struct packet packet = {7, 1};
  counts[packet.kind]++; // FFI005
  printf("%d\n", counts[0]);
  return 0;
}

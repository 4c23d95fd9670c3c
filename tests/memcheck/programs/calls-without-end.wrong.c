// A recursion whose end is never reached.
#include <stdio.h>

static int depth(int n) { // FFI005
  volatile char room[256];
  room[0] = (char)n;
  return n == -1 ? 0 : 1 + depth(n + 1) + room[0] * 0;
}

int main(void) {
  return depth(0) == 100 ? 0 : 1;
}

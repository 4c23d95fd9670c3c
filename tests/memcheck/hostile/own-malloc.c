#include <stdio.h>
#include <stdlib.h>
static char heap[1 << 20];
static unsigned at;
void *malloc(size_t n) { // The program has its own malloc
  void *p = heap + at;
  at += (n + 15) & ~15u;
  return p;
}
void free(void *p) { (void)p; } // The program has its own free
int main(void) {
  char *volatile p = malloc(8);
  free(p);
  free(p);
  p[20] = 2;
  puts("own malloc");
  return 0;
}

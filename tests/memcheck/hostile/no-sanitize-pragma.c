#include <stdlib.h>
#pragma clang attribute push(__attribute__((disable_sanitizer_instrumentation)), apply_to = function)
static void bad(volatile char *p) { p[0] = 1; } // An attribute keeps the checks out of bad
#pragma clang attribute pop
[[clang::no_sanitize("memory")]] static int decides(const int *p) { return *p; } // An attribute keeps the checks out of decides
int main(void) {
  int *p = malloc(8);
  int sum = decides(p);
  free(p);
  bad((volatile char *)p);
  return sum;
}

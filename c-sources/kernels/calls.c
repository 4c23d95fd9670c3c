#include "kernels.h"

void nop(void) {}

int32_t add_i32(int32_t left, int32_t right) {
  return (int32_t)((uint32_t)left + (uint32_t)right);
}

double add_f64(double left, double right) {
  return left + right;
}

#include "internal.h"

double square(double value) {
  return value * value;
}

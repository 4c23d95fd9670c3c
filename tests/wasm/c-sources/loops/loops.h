/** Loops of many shapes, over memory that may be too small for them. */
#ifndef LOOPS_H
#define LOOPS_H

#include "ffi.h"
#include <stdint.h>

struct record {
  int32_t x;
  int16_t y;
  uint8_t z;
  double w;
};

uint32_t loop_sum(const int32_t *a, int32_t n);
void loop_copy(uint8_t *to, const uint8_t *from, int32_t n);
void loop_stencil(int32_t *to, const int32_t *from, int32_t n);
double loop_records(struct record *records, int32_t n);
uint32_t loop_odd(const int32_t *a, int32_t n);
uint32_t loop_down(const int16_t *a, int32_t n);
int32_t loop_find(const uint8_t *a, int32_t n);
uint32_t loop_branches(int32_t *to, const int32_t *from, int32_t n);
uint32_t loop_switch(uint8_t *to, const uint8_t *from, int32_t n);
uint64_t loop_wide(const uint64_t *a, int32_t n);
uint32_t loop_pairs(const uint16_t *a, const uint8_t *at, int32_t n);

#endif

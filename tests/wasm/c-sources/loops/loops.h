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
/* Stops at the first 0. */
uint32_t loop_text(uint8_t *to, const uint8_t *from);
/* Goes down by a pointer. */
uint32_t loop_pointer(const uint32_t *a, int32_t n);
/* Looks at `other` only where `a` says so. */
uint32_t loop_maybe(const uint8_t *a, const uint32_t *other, int32_t n);
/* Reads a table of 100 numbers of its own from `from` on. */
uint32_t loop_table(int32_t from, int32_t n);
/* Writes through a pointer to a variable of the turn before, whose scope has ended. */
uint32_t loop_scope(int32_t n);

#endif

/* Every kind of value that crosses the boundary, there and back. */
#ifndef VALUES_H
#define VALUES_H

#include "ffi.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int8_t same_i8(int8_t value);
uint8_t same_u8(uint8_t value);
int16_t same_i16(int16_t value);
uint16_t same_u16(uint16_t value);
int32_t same_i32(int32_t value);
uint32_t same_u32(uint32_t value);
int64_t same_i64(int64_t value);
uint64_t same_u64(uint64_t value);
float same_f32(float value);
double same_f64(double value);
bool same_bool(bool value);
ptrdiff_t same_isize(ptrdiff_t value);
size_t same_usize(size_t value);
FFI_NULLABLE void *same_pointer(FFI_NULLABLE void *value);

typedef struct {
  int32_t value;
} Only;

typedef struct {
  double value[1];
} OnlyOfOne;

typedef struct {
  float weight;
  int16_t count;
} Pair;

/** Arrays of numbers and of structs, with padding between and after. */
typedef struct {
  uint8_t tag;
  int16_t samples[3];
  Pair pairs[2];
  uint64_t wide[2];
  char name[5];
} Frame;

Only next_only(Only only);
OnlyOfOne half_of(OnlyOfOne whole);
/** Adds `by` to every number of the frame. */
Frame shifted(Frame frame, int16_t by);
/** The same, in place; the sum of its numbers afterwards. */
double shift_frame(Frame *frame, int16_t by);

/** Calls back once for each kind of number, with a value that its type can just hold. */
typedef int64_t (*wide_callback)(int64_t, uint64_t);
typedef float (*float_callback)(float, double);
typedef uint8_t (*small_callback)(int8_t, uint8_t, int16_t, uint16_t, bool);
int64_t call_wide(wide_callback call);
float call_float(float_callback call);
uint8_t call_small(small_callback call);

typedef int32_t (*counting_callback)(int32_t depth, void *user_data);
/** Calls `call` with `depth`, and `user_data` as it was given. */
int32_t call_with(counting_callback call, int32_t depth, FFI_NULLABLE void *user_data);
/** Calls both, the first one first; the sum of what they return. */
int32_t call_both(counting_callback first, counting_callback second, FFI_NULLABLE void *user_data);

/** A block the caller has to release with `drop`. */
FFI_OWNED(drop) FFI_NULLABLE int32_t *make(int32_t value);
void drop(FFI_TAKEN FFI_NULLABLE int32_t *made);
/** How many blocks `make` made that nobody has dropped. */
int32_t made_now(void);
/** Takes a block over that the caller allocated, and releases it. The value it held. */
int32_t adopt(FFI_TAKEN int32_t *block);

#endif

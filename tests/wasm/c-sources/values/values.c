#include "values.h"
#include <stdlib.h>

int8_t same_i8(int8_t value) { return value; }
uint8_t same_u8(uint8_t value) { return value; }
int16_t same_i16(int16_t value) { return value; }
uint16_t same_u16(uint16_t value) { return value; }
int32_t same_i32(int32_t value) { return value; }
uint32_t same_u32(uint32_t value) { return value; }
int64_t same_i64(int64_t value) { return value; }
uint64_t same_u64(uint64_t value) { return value; }
float same_f32(float value) { return value; }
double same_f64(double value) { return value; }
bool same_bool(bool value) { return value; }
ptrdiff_t same_isize(ptrdiff_t value) { return value; }
size_t same_usize(size_t value) { return value; }
void *same_pointer(void *value) { return value; }

Only next_only(Only only) { return (Only){only.value + 1}; }

OnlyOfOne half_of(OnlyOfOne whole) { return (OnlyOfOne){{whole.value[0] / 2}}; }

double shift_frame(Frame *frame, int16_t by) {
  double sum = 0;
  frame->tag = (uint8_t)(frame->tag + by);
  sum += frame->tag;
  for (int i = 0; i < 3; i++) {
    frame->samples[i] = (int16_t)(frame->samples[i] + by);
    sum += frame->samples[i];
  }
  for (int i = 0; i < 2; i++) {
    frame->pairs[i].weight += by;
    frame->pairs[i].count = (int16_t)(frame->pairs[i].count + by);
    frame->wide[i] += (uint64_t)by;
    sum += frame->pairs[i].weight + frame->pairs[i].count + (double)frame->wide[i];
  }
  return sum;
}

Frame shifted(Frame frame, int16_t by) {
  shift_frame(&frame, by);
  return frame;
}

int64_t call_wide(wide_callback call) { return call(INT64_MIN, UINT64_MAX); }
float call_float(float_callback call) { return call(0.5f, 0.1); }
uint8_t call_small(small_callback call) { return call(INT8_MIN, UINT8_MAX, INT16_MIN, UINT16_MAX, true); }

int32_t call_with(counting_callback call, int32_t depth, void *user_data) { return call(depth, user_data); }

int32_t call_both(counting_callback first, counting_callback second, void *user_data) {
  int32_t one = first(1, user_data);
  return one + second(2, user_data);
}

static int32_t live;

int32_t *make(int32_t value) {
  int32_t *made = malloc(sizeof *made);
  if (made == NULL)
    return NULL;
  *made = value;
  live++;
  return made;
}

void drop(int32_t *made) {
  if (made == NULL)
    return;
  live--;
  free(made);
}

int32_t made_now(void) { return live; }

int32_t adopt(int32_t *block) {
  int32_t value = *block;
  free(block);
  return value;
}

#include "loops.h"

uint32_t loop_sum(const int32_t *a, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    sum += (uint32_t)a[i];
  }
  return sum;
}

void loop_copy(uint8_t *to, const uint8_t *from, int32_t n) {
  for (int32_t i = 0; i < n; i++) {
    to[i] = from[i];
  }
}

void loop_stencil(int32_t *to, const int32_t *from, int32_t n) {
  for (int32_t i = 1; i < n; i++) {
    to[i] = (int32_t)((uint32_t)from[i - 1] + (uint32_t)from[i] * 2 + (uint32_t)from[i + 1]);
  }
}

double loop_records(struct record *records, int32_t n) {
  double sum = 0;
  for (int32_t i = 0; i < n; i++) {
    sum += records[i].x + records[i].y + records[i].z;
    records[i].w = sum;
  }
  return sum;
}

uint32_t loop_odd(const int32_t *a, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i += 3) {
    sum += (uint32_t)a[i | 1] * 3 + (uint32_t)a[i];
  }
  return sum;
}

uint32_t loop_down(const int16_t *a, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = n - 1; i >= 0; i--) {
    sum = sum * 3 + (uint32_t)a[i];
  }
  return sum;
}

/* No byte is this; the compiler cannot know. */
static volatile int32_t nowhere = 1000;

int32_t loop_find(const uint8_t *a, int32_t n) {
  int32_t wanted = nowhere;
  for (int32_t i = 0; i < n; i++) {
    if (a[i] == wanted) {
      return i;
    }
  }
  return -1;
}

uint32_t loop_branches(int32_t *to, const int32_t *from, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    if (i % 3 == 0) {
      to[i] = from[i];
    } else if (i % 3 == 1) {
      sum += (uint32_t)from[i];
      continue;
    }
    sum += (uint32_t)from[i + 1];
    if (sum == 0xffffffff) {
      break;
    }
    sum ^= (uint32_t)i;
  }
  return sum;
}

uint32_t loop_switch(uint8_t *to, const uint8_t *from, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    switch (i % 5) {
    case 0:
      to[i] = from[i];
      break;
    case 1:
      sum += from[i];
      break;
    case 2:
      to[i] = (uint8_t)sum;
      continue;
    case 3:
      sum ^= (uint32_t)(from[i] << 3);
      __attribute__((fallthrough));
    default:
      sum += from[i + 1];
    }
    sum = sum * 31 + 1;
  }
  return sum;
}

uint64_t loop_wide(const uint64_t *a, int32_t n) {
  uint64_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    sum += a[i];
  }
  return sum;
}

uint32_t loop_pairs(const uint16_t *a, const uint8_t *at, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    const uint16_t *pair = &a[at[i]];
    sum += (uint32_t)pair[0] * pair[1];
  }
  return sum;
}

uint32_t loop_text(uint8_t *to, const uint8_t *from) {
  uint32_t length = 0;
  while ((*to++ = *from++) != 0) {
    length++;
  }
  return length;
}

uint32_t loop_pointer(const uint32_t *a, int32_t n) {
  uint32_t sum = 0;
  for (const uint32_t *at = a + n; n > 0; n--) {
    sum = sum * 5 + *--at;
  }
  return sum;
}

uint32_t loop_maybe(const uint8_t *a, const uint32_t *other, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    if (a[i] == 200) {
      sum += other[i];
    }
    sum++;
  }
  return sum;
}

static uint32_t table[100];

uint32_t loop_table(int32_t from, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) {
    table[(from + i) % 100] = (uint32_t)i;
    sum += table[from + i];
  }
  return sum;
}

uint32_t loop_scope(int32_t n) {
  uint32_t sum = 0;
  volatile uint32_t *kept = &sum;
  for (int32_t i = 0; i < n; i++) {
    *kept = 1;
    uint32_t own[4];
    own[i & 3] = (uint32_t)i;
    kept = &own[i & 3];
    sum += *kept;
  }
  return sum;
}

/** A small library about structs: by value, by pointer, and in arrays. */
#ifndef FFI_STRUCTS_LIBRARY_H
#define FFI_STRUCTS_LIBRARY_H

#include "ffi.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Point {
  double x;
  double y;
} Point;

/** y grows downwards: the top left corner has the smallest x and the smallest y. */
typedef struct Rect {
  Point top_left;
  Point bottom_right;
} Rect;

typedef struct Color {
  uint8_t r;
  uint8_t g;
  uint8_t b;
  uint8_t a;
} Color;

/** The distance between two points. Both are copied into the call. */
double calculate_distance(Point from, Point to);

/** Whether the point lies in the rectangle or on its edge. The rectangle is read during the call only. */
bool rect_contains_point(const Rect *rect, Point point);

/**
 * An array of `steps` colours that go from `start` to `end` in equal steps, both included; one step is `start` alone.
 *
 * Returns NULL when `steps` is less than 1 or when there is no memory. The caller releases the array, as a whole, with
 * `free_colors`.
 */
FFI_OWNED(free_colors) FFI_NULLABLE Color *create_gradient(Color start, Color end, int steps);

/** Releases an array that `create_gradient` returned. NULL is allowed and does nothing. */
void free_colors(FFI_TAKEN FFI_NULLABLE Color *colors);

#endif

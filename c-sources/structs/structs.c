#include "structs.h"
#include <math.h>
#include <stdlib.h>

double calculate_distance(Point from, Point to) {
  return hypot(to.x - from.x, to.y - from.y);
}

bool rect_contains_point(const Rect *rect, Point point) {
  return rect->top_left.x <= point.x && point.x <= rect->bottom_right.x && rect->top_left.y <= point.y &&
         point.y <= rect->bottom_right.y;
}

/* What lies `step` of `last` steps on the way, rounded to the nearest. */
static uint8_t between(uint8_t start, uint8_t end, int step, int last) {
  if (last == 0) {
    return start;
  }
  return (uint8_t)lround(start + (end - start) * ((double)step / last));
}

Color *create_gradient(Color start, Color end, int steps) {
  if (steps < 1) {
    return NULL;
  }
  /* calloc sees when the product is too large. */
  Color *colors = calloc((size_t)steps, sizeof *colors);
  if (colors == NULL) {
    return NULL;
  }
  for (int i = 0; i < steps; i++) {
    colors[i].r = between(start.r, end.r, i, steps - 1);
    colors[i].g = between(start.g, end.g, i, steps - 1);
    colors[i].b = between(start.b, end.b, i, steps - 1);
    colors[i].a = between(start.a, end.a, i, steps - 1);
  }
  return colors;
}

void free_colors(Color *colors) {
  free(colors);
}

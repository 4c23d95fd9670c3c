#include "shapes.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Opaque {
  enum level level;
};

double distance(Point from, Point to) {
  return sqrt(square(to.x - from.x) + square(to.y - from.y));
}

bool contains(const Rect *rect, Point point) {
  return rect->top_left.x <= point.x && point.x <= rect->bottom_right.x && rect->top_left.y <= point.y &&
         point.y <= rect->bottom_right.y;
}

Rect around(Point centre, double margin) {
  return (Rect){{centre.x - margin, centre.y - margin}, {centre.x + margin, centre.y + margin}};
}

void visit_all(const int32_t *values, size_t count, visitor visit, void *user_data) {
  for (size_t i = 0; i < count; i++) {
    visit(values[i], user_data);
  }
}

struct Opaque *open_opaque(enum level level) {
  struct Opaque *opaque = malloc(sizeof *opaque);
  if (opaque != NULL) {
    opaque->level = level;
  }
  return opaque;
}

Answer ask_opaque(const struct Opaque *opaque) {
  return opaque->level == HIGH ? ANSWER : NO_ANSWER;
}

void close_opaque(struct Opaque *opaque) {
  free(opaque);
}

static visitor listening;
static void *listening_data;

int listen_to(const struct Opaque *opaque, visitor visit, void *user_data) {
  if (listening != NULL) {
    return -1;
  }
  listening = visit;
  listening_data = user_data;
  return (int)opaque->level;
}

void stop_listening(int id) {
  if (listening != NULL) {
    listening(id, listening_data);
    listening = NULL;
  }
}

int64_t widen(int8_t a, uint16_t b, float c, unsigned long long d) {
  return a + b + (int64_t)c + (int64_t)d;
}

void log_line(void (*sink)(const char *line), const char *line) {
  sink(line);
}

int32_t through_a_file(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  if (file == NULL) {
    return -1;
  }
  fputs(text, file);
  fclose(file);
  char read[64];
  file = fopen(path, "r");
  size_t bytes = fread(read, 1, sizeof read, file);
  fclose(file);
  return memcmp(read, text, bytes) == 0 ? (int32_t)bytes : -2;
}

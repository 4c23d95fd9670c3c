/* What a header can hold beside functions of numbers and pointers: for the build that reads headers. */
#ifndef SHAPES_H
#define SHAPES_H

#include "ffi.h"
#include "internal.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  double x, y;
} Point;

typedef struct Rect {
  Point top_left;
  Point bottom_right;
} Rect;

/** With padding, an array, a pointer to itself and a function pointer. */
struct Mixed {
  bool flag;
  int16_t numbers[3];
  uint64_t wide;
  struct Mixed *next;
  void (*done)(int code, void *user_data);
  const char *const label;
};

struct Opaque;

enum level { LOW, HIGH };

typedef enum { NO_ANSWER = -1, ANSWER } Answer;

typedef void (*visitor)(int value, void *user_data);

// Not a documentation comment.
double distance(Point from, Point to);

/** One line. */
bool contains(const Rect *rect, Point point);

/** Struct as a result. */
Rect around(Point centre, double margin);

/**
 * Visits.
 *
 *     for (each) visit(it);
 *
 * Ends.
 */
void visit_all(FFI_COUNTED_BY(count) const int32_t *values, size_t count, FFI_KEPT visitor visit,
               FFI_KEPT FFI_NULLABLE void *user_data);

FFI_OWNED(close_opaque)
FFI_NULLABLE
struct Opaque *
open_opaque(enum level level);
Answer ask_opaque(const struct Opaque *opaque);
void close_opaque(FFI_TAKEN struct Opaque *opaque);

/** Calls back once, when it is let go. */
FFI_REGISTERS int listen_to(FFI_NOT_THREAD_SAFE const struct Opaque *opaque, FFI_KEPT visitor visit,
                            FFI_KEPT FFI_NULLABLE void *user_data);
FFI_UNREGISTERS(listen_to) void stop_listening(int id);

int64_t widen(int8_t a, uint16_t b, float c, unsigned long long d);
void log_line(void (*sink)(const char *line), const char *line);

/** Writes a file and reads it again; the number of bytes read. */
int32_t through_a_file(const char *path, const char *text);

#endif

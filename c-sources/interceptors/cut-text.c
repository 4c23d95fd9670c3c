/** Functions that cut a text into pieces: they write a NUL where a piece ends, if one does. */
#include "checks.h"
#include "definedness.h"
#include "location.h"
#include "shadow.h"
#include <stddef.h>

uint32_t __wrap_strspn(uint32_t text, uint32_t set);
uint32_t __wrap_strcspn(uint32_t text, uint32_t set);

/* What is left of the text from `piece` on, behind the piece; 0 when the piece goes to the end of the text. */
static uint32_t cut(uint32_t piece, uint32_t separators, uint32_t location) {
  ffi_location = location;
  uint32_t end = piece + __wrap_strcspn(piece, separators);
  if (shadow_accessible(end, 1) == 0 || *(char *)as_pointer(end) == '\0') {
    return 0;
  }
  if (check_write(end, 1, location) == 1) {
    *(char *)as_pointer(end) = '\0';
    values_written(end, 1);
  }
  return end + 1;
}

static void *next_piece(uint32_t text, uint32_t separators, uint32_t *rest, uint32_t location) {
  uint32_t from = text != 0 ? text : *rest;
  *rest = 0;
  if (from == 0) {
    return NULL;
  }
  ffi_location = location;
  uint32_t piece = from + __wrap_strspn(from, separators);
  if (shadow_accessible(piece, 1) == 0 || *(char *)as_pointer(piece) == '\0') {
    return NULL;
  }
  *rest = cut(piece, separators, location);
  return as_pointer(piece);
}

void *checked_strtok(uint32_t text, uint32_t separators) {
  static uint32_t rest = 0;
  return next_piece(text, separators, &rest, take_location());
}

void *checked_strtok_r(uint32_t text, uint32_t separators, uint32_t rest) {
  uint32_t location = take_location();
  if (check_write(rest, sizeof(uint32_t), location) != sizeof(uint32_t)) {
    return NULL;
  }
  if (text == 0) {
    values_used(rest, sizeof(uint32_t), location);
  }
  void *piece = next_piece(text, separators, as_pointer(rest), location);
  values_written(rest, sizeof(uint32_t));
  return piece;
}

/* Unlike strtok it gives empty pieces too, and moves the caller's pointer. */
void *checked_strsep(uint32_t text, uint32_t separators) {
  uint32_t location = take_location();
  if (check_write(text, sizeof(uint32_t), location) != sizeof(uint32_t)) {
    return NULL;
  }
  values_used(text, sizeof(uint32_t), location);
  uint32_t *at = as_pointer(text);
  uint32_t piece = *at;
  if (piece != 0) {
    *at = cut(piece, separators, location);
  }
  return as_pointer(piece);
}

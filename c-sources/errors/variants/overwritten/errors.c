/*
 * What differs: all texts are written into one buffer, so that the next one overwrites the one before; and to ask for a text
 * replaces the last error. The words are others.
 */
#include "errors.h"
#include <stddef.h>
#include <string.h>

static int last_error = OPERATION_OK;

static char buffer[64];

/* All of the buffer: nothing is left of a longer text. */
static const char *say(const char *words) {
  strncpy(buffer, words, sizeof buffer - 1);
  return buffer;
}

static int classify(int input) {
  if (input < 0) {
    return OPERATION_NEGATIVE;
  }
  if (input > OPERATION_MOST) {
    return OPERATION_TOO_LARGE;
  }
  return input % 2 == 0 ? OPERATION_OK : OPERATION_NOT_EVEN;
}

int perform_operation(int input) {
  last_error = classify(input);
  return last_error == OPERATION_OK ? input / 2 : -1;
}

int get_last_error(void) {
  return last_error;
}

const char *get_error_string(int code) {
  last_error = OPERATION_OK;
  switch (code) {
  case OPERATION_OK:
    return say("all is well");
  case OPERATION_NEGATIVE:
    return say("below zero");
  case OPERATION_TOO_LARGE:
    return say("more than the thousand that is the most");
  case OPERATION_NOT_EVEN:
    return say("odd, and so without a half");
  default:
    return NULL;
  }
}

#include "errors.h"
#include <stddef.h>

static int last_error = OPERATION_OK;

static int fail(enum operation_error why) {
  last_error = why;
  return -1;
}

int perform_operation(int input) {
  if (input < 0) {
    return fail(OPERATION_NEGATIVE);
  }
  if (input > OPERATION_MOST) {
    return fail(OPERATION_TOO_LARGE);
  }
  if (input % 2 != 0) {
    return fail(OPERATION_NOT_EVEN);
  }
  last_error = OPERATION_OK;
  return input / 2;
}

int get_last_error(void) {
  return last_error;
}

const char *get_error_string(int code) {
  switch (code) {
  case OPERATION_OK:
    return "no error";
  case OPERATION_NEGATIVE:
    return "the input is negative";
  case OPERATION_TOO_LARGE:
    return "the input is larger than 1000";
  case OPERATION_NOT_EVEN:
    return "the input is not even";
  default:
    return NULL;
  }
}

/*
 * What differs: the version is another one, and is written into one buffer anew at every call. A short name is kept in the
 * library's own memory and takes no allocation. The messages are longer, and each has more room than it needs.
 */
#include "strings.h"
#include <stdlib.h>
#include <string.h>

/* With its NUL. What is longer is allocated. */
#define SHORT_NAME_BYTES 16

enum { SPARE_BYTES = 40 };

/* Empty until somebody asks. */
static char version_buffer[32];

static char short_name[SHORT_NAME_BYTES];
/* NULL while the name is a short one. */
static char *long_name = NULL;

enum failure { NONE, NO_NAME, EMPTY_NAME, NO_MEMORY };
static enum failure last_failure = NONE;

static const char *stored = NULL;

const char *get_version(void) {
  static const int parts[] = {2, 0, 14};
  size_t at = 0;
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    if (i > 0) {
      version_buffer[at++] = '.';
    }
    if (parts[i] >= 10) {
      version_buffer[at++] = (char)('0' + parts[i] / 10);
    }
    version_buffer[at++] = (char)('0' + parts[i] % 10);
  }
  version_buffer[at] = '\0';
  return version_buffer;
}

static bool fail(enum failure why) {
  last_failure = why;
  return false;
}

bool set_name(const char *name) {
  if (name == NULL) {
    return fail(NO_NAME);
  }
  size_t size = strlen(name) + 1;
  if (size == 1) {
    return fail(EMPTY_NAME);
  }
  char *allocated = NULL;
  if (size > SHORT_NAME_BYTES) {
    allocated = malloc(size);
    if (allocated == NULL) {
      return fail(NO_MEMORY);
    }
  }
  memcpy(allocated == NULL ? short_name : allocated, name, size);
  free(long_name);
  long_name = allocated;
  last_failure = NONE;
  return true;
}

char *get_error_message(void) {
  const char *words = NULL;
  switch (last_failure) {
  case NONE:
    return NULL;
  case NO_NAME:
    words = "set_name was given no name at all: a NULL pointer stands where the text of a name has to be";
    break;
  case EMPTY_NAME:
    words = "set_name was given a name without a single character, and a name has at least one";
    break;
  case NO_MEMORY:
    words = "set_name has found no memory for a copy of the name, and has kept the name that it had before";
    break;
  }
  size_t size = strlen(words) + 1;
  char *message = malloc(size + SPARE_BYTES);
  if (message != NULL) {
    memcpy(message, words, size);
  }
  return message;
}

void free_string(char *text) {
  free(text);
}

void store_string(const char *text) {
  stored = text;
}

size_t stored_length(void) {
  return stored == NULL ? 0 : strlen(stored);
}

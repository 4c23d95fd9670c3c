#include "strings.h"
#include <stdlib.h>
#include <string.h>

static const char version[] = "1.2.0";

/* The library's own copy; it lasts until the next name and only the library releases it. */
static char *current_name = NULL;

/* A static text, or NULL after success. Handing out copies keeps callers independent of the next failure. */
static const char *last_error = NULL;

/* Borrowed from the caller of store_string for as long as it is stored. */
static const char *stored = NULL;

static bool fail(const char *why) {
  last_error = why;
  return false;
}

static char *copy_of(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  if (copy == NULL) {
    return NULL;
  }
  memcpy(copy, text, size);
  return copy;
}

const char *get_version(void) {
  return version;
}

bool set_name(const char *name) {
  if (name == NULL) {
    return fail("the name is NULL");
  }
  if (name[0] == '\0') {
    return fail("the name is empty");
  }
  char *copy = copy_of(name);
  if (copy == NULL) {
    return fail("there is no memory for the name");
  }
  free(current_name);
  current_name = copy;
  last_error = NULL;
  return true;
}

char *get_error_message(void) {
  if (last_error == NULL) {
    return NULL;
  }
  return copy_of(last_error);
}

void free_string(char *text) {
  free(text);
}

void store_string(const char *text) {
  stored = text;
}

size_t stored_length(void) {
  if (stored == NULL) {
    return 0;
  }
  return strlen(stored);
}

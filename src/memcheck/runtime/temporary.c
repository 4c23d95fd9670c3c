/*
 * Functions of the C library that WASI's does not have: temporary files, and the command processor, of which there is
 * none. Files that a program makes are there for it only, and only as long as it runs; see `host-folder.ts`.
 */
#include "checks.h"
#include "shadow.h"
#include "site.h"
#include "values.h"
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#define NAME "/tmp/tmpnam_000000"
enum { NAME_BYTES = sizeof NAME, MOST_NAMES = 1000000 };

/* Writes the name of a file that is not there; says whether there is one. */
static bool new_name(char *to) {
  static uint32_t last = 0;
  while (last + 1 < MOST_NAMES) {
    uint32_t number = ++last;
    for (uint32_t i = 0; i < NAME_BYTES; i++) {
      to[i] = NAME[i];
    }
    for (uint32_t i = NAME_BYTES - 2; number > 0; i--, number /= 10) {
      to[i] = (char)('0' + number % 10);
    }
    if (access(to, F_OK) != 0) {
      return true;
    }
  }
  return false;
}

char *tmpnam(char *to) {
  static char room[NAME_BYTES];
  uint32_t site = take_site();
  char name[NAME_BYTES];
  if (!new_name(name)) {
    return NULL;
  }
  uint32_t address = (uint32_t)(uintptr_t)(to == NULL ? room : to);
  uint32_t allowed = to == NULL ? NAME_BYTES : check_write(address, NAME_BYTES, site);
  for (uint32_t i = 0; i < allowed; i++) {
    ((char *)as_pointer(address))[i] = name[i];
  }
  values_written(address, allowed);
  return as_pointer(address);
}

/* The name is gone at once; the file stays as long as the stream is open. */
FILE *tmpfile(void) {
  char name[NAME_BYTES];
  if (!new_name(name)) {
    return NULL;
  }
  FILE *file = fopen(name, "w+");
  if (file != NULL) {
    unlink(name);
  }
  return file;
}

/* 0 for NULL: there is no command processor. -1 for a command, which nobody has carried out. */
int system(const char *command) {
  uint32_t site = take_site();
  if (command == NULL) {
    return 0;
  }
  check_string((uint32_t)(uintptr_t)command, UINT32_MAX, site);
  errno = ENOSYS;
  return -1;
}

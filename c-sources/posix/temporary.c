/*
 * Temporary files, and the command processor, of which there is none. Files that a program makes are there for it only,
 * and only as long as it runs; see `host-folder.ts`.
 */
#include "posix.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "/tmp/tmpnam_000000"
enum { NAME_BYTES = sizeof NAME, DIGITS = 6, MOST_NAMES = 1000000 };

/* The next number that no name of this kind has had. Returns 0 when there is none left. */
static uint32_t next_number(void) {
  static uint32_t last = 0;
  return last + 1 < MOST_NAMES ? ++last : 0;
}

static void put_digits(char *to, uint32_t number) {
  for (int i = DIGITS - 1; i >= 0; i--, number /= 10) {
    to[i] = (char)('0' + number % 10);
  }
}

/* Writes the name of a file that is not there; says whether there is one. */
static bool new_name(char *to) {
  for (uint32_t i = 0; i < NAME_BYTES; i++) {
    to[i] = NAME[i];
  }
  for (uint32_t number; (number = next_number()) != 0;) {
    put_digits(to + NAME_BYTES - 1 - DIGITS, number);
    if (access(to, F_OK) != 0) {
      return true;
    }
  }
  return false;
}

WEAK char *tmpnam(char *to) {
  static char room[NAME_BYTES];
  uint32_t location = take_location();
  char name[NAME_BYTES];
  if (!new_name(name)) {
    return NULL;
  }
  char *given = to == NULL ? room : to;
  hand_over(given, name, NAME_BYTES, location);
  return given;
}

/* The name is gone at once; the file stays as long as the stream is open. */
WEAK FILE *tmpfile(void) {
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

WEAK char *tempnam(const char *folder, const char *prefix) {
  const char *place = folder == NULL ? "/tmp" : folder;
  const char *begin = prefix == NULL ? "" : prefix;
  uint32_t bytes = text_length(place) + 1 + text_length(begin) + DIGITS + 1;
  char *name = malloc(bytes);
  if (name == NULL) {
    return NULL;
  }
  for (uint32_t number; (number = next_number()) != 0;) {
    snprintf(name, bytes, "%s/%s%06u", place, begin, number);
    if (access(name, F_OK) != 0) {
      return name;
    }
  }
  free(name);
  return NULL;
}

/* Gives the six X of a name, before so many more letters, to `make` until that succeeds. */
static int fill_in(char *name, int after, int flags, int (*make)(const char *, int), uint32_t location) {
  uint32_t length = check_string((uint32_t)(uintptr_t)name, UINT32_MAX, location);
  if (after < 0 || length < DIGITS + (uint32_t)after) {
    return refuse(EINVAL);
  }
  char *letters = name + length - (uint32_t)after - DIGITS;
  for (int i = 0; i < DIGITS; i++) {
    if (letters[i] != 'X') {
      return refuse(EINVAL);
    }
  }
  /* A literal would be written here, which natively ends the program. */
  if (check_write((uint32_t)(uintptr_t)letters, DIGITS, location) < DIGITS) {
    return refuse(EINVAL);
  }
  for (uint32_t number; (number = next_number()) != 0;) {
    put_digits(letters, number);
    int made = make(name, flags);
    if (made >= 0 || errno != EEXIST) {
      return made;
    }
  }
  return refuse(EEXIST);
}

static int make_file(const char *name, int flags) {
  return open(name, O_RDWR | O_CREAT | O_EXCL | flags, 0600);
}

static int make_folder(const char *name, int flags) {
  (void)flags;
  return mkdir(name, 0700);
}

static int make_nothing(const char *name, int flags) {
  (void)flags;
  return access(name, F_OK) == 0 ? refuse(EEXIST) : 0;
}

WEAK int mkstemp(char *name) {
  return fill_in(name, 0, 0, make_file, take_location());
}

WEAK int mkostemp(char *name, int flags) {
  return fill_in(name, 0, flags & ~O_ACCMODE, make_file, take_location());
}

WEAK int mkstemps(char *name, int after) {
  return fill_in(name, after, 0, make_file, take_location());
}

WEAK char *mkdtemp(char *name) {
  return fill_in(name, 0, 0, make_folder, take_location()) == 0 ? name : NULL;
}

WEAK char *mktemp(char *name) {
  if (fill_in(name, 0, 0, make_nothing, take_location()) != 0) {
    name[0] = '\0';
  }
  return name;
}

/* 0 for NULL: there is no command processor. -1 for a command, which is not carried out. */
WEAK int system(const char *command) {
  uint32_t location = take_location();
  if (command == NULL) {
    return 0;
  }
  check_text(command, location);
  return refuse(ENOSYS);
}

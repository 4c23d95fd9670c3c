/* Descriptors of open files: two for one, and what they are called. See `descriptors.ts`. */
#include "posix.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int duplicate(int from, int to) {
  int made = ffi_hook_duplicate(from, to);
  return made >= 0 ? made : refuse(-made);
}

WEAK int dup(int from) {
  return duplicate(from, -1);
}

WEAK int dup2(int from, int to) {
  return to < 0 ? refuse(EBADF) : duplicate(from, to);
}

WEAK int dup3(int from, int to, int flags) {
  (void)flags;
  return from == to ? refuse(EINVAL) : dup2(from, to);
}

#define TERMINAL "/dev/tty"

WEAK char *ttyname(int descriptor) {
  static char name[] = TERMINAL;
  return isatty(descriptor) ? name : NULL;
}

WEAK int ttyname_r(int descriptor, char *to, size_t bytes) {
  uint32_t location = take_location();
  return isatty(descriptor) ? hand_over_text(to, bytes, TERMINAL, location) : ENOTTY;
}

WEAK char *ctermid(char *to) {
  static char name[] = TERMINAL;
  uint32_t location = take_location();
  if (to != NULL) {
    hand_over(to, name, sizeof name, location);
  }
  return to != NULL ? to : name;
}

/* No other program has the files that a program has open. */
WEAK int flock(int descriptor, int operation) {
  (void)operation;
  struct stat found;
  return fstat(descriptor, &found);
}

WEAK void flockfile(FILE *file) {
  (void)file;
}

WEAK int ftrylockfile(FILE *file) {
  (void)file;
  return 0;
}

WEAK void funlockfile(FILE *file) {
  (void)file;
}

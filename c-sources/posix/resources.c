/* What of the machine a program may use. */
#include "posix.h"
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static int niceness = 0;

WEAK int nice(int more) {
  return niceness += more;
}

WEAK int getpriority(int which, id_t who) {
  (void)which;
  (void)who;
  return niceness;
}

WEAK int setpriority(int which, id_t who, int priority) {
  (void)which;
  (void)who;
  niceness = priority;
  return 0;
}

enum { STACK_BYTES = 8 * 1024 * 1024, MOST_FILES = 1024 };

WEAK int getrlimit(int which, struct rlimit *to) {
  uint32_t location = take_location();
  struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
  if (which == RLIMIT_STACK) {
    limit.rlim_cur = STACK_BYTES;
  } else if (which == RLIMIT_NOFILE) {
    limit = (struct rlimit){MOST_FILES, MOST_FILES};
  } else if (which == RLIMIT_CORE) {
    limit.rlim_cur = 0;
  }
  hand_over(to, &limit, sizeof limit, location);
  return 0;
}

WEAK int setrlimit(int which, const struct rlimit *limit) {
  (void)which;
  check_read((uint32_t)(uintptr_t)limit, sizeof *limit, take_location());
  return refuse(EPERM);
}

WEAK int getdtablesize(void) {
  return MOST_FILES;
}

/* All memory is there, always. */
WEAK int mlock(const void *begin, size_t bytes) {
  (void)begin;
  (void)bytes;
  return 0;
}

WEAK int munlock(const void *begin, size_t bytes) {
  return mlock(begin, bytes);
}

WEAK int mlockall(int flags) {
  (void)flags;
  return 0;
}

WEAK int munlockall(void) {
  return 0;
}

WEAK void sync(void) {}

/* WASI knows one time zone. */
WEAK void tzset(void) {}

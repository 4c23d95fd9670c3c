#include "tour.h"
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool texts(void) {
  char sentence[] = "one two  three";
  int words = 0;
  char *rest = NULL;
  for (char *word = strtok_r(sentence, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
    words++;
  }
  char *copy = strdup("duplicate");
  char *part = strndup("duplicate", 3);
  bool right = words == 3 && strcmp(copy, "duplicate") == 0 && strcmp(part, "dup") == 0 && strspn(copy, "dup") == 3 &&
               strcspn(copy, "c") == 5 && strpbrk(copy, "xyzl") == copy + 3 && strcasecmp("ABC", "abc") == 0 &&
               strstr(copy, "plica") == copy + 2 && strrchr(copy, 'd') == copy && memchr(copy, 'e', 1000) == copy + 8;
  free(copy);
  free(part);
  return right;
}

static bool formats(void) {
  char room[128];
  int written = snprintf(room, sizeof room, "%5d|%-6s|%.3f|%08x|%c|%g|%lld|%10.4s", 42, "left", 3.14159, 0xbeefu, 'q',
                         1e100, 1LL << 40, "cut short");
  int number;
  char word[16];
  double real;
  int read = sscanf("12 twelve 12.5", "%d %15s %lf", &number, word, &real);
  return written == (int)strlen(room) && strncmp(room, "   42|left  |3.142|0000beef|q|1e+100|1099511627776|", 50) == 0 &&
         read == 3 && number == 12 && strcmp(word, "twelve") == 0 && real == 12.5;
}

static int joined(char *room, size_t size, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int written = vsnprintf(room, size, format, list);
  va_end(list);
  return written;
}

static bool variadic(void) {
  char room[32];
  return joined(room, sizeof room, "%s-%s", "a", "b") == 3 && strcmp(room, "a-b") == 0;
}

static bool conversions(void) {
  char *end;
  return strtol("0x1fz", &end, 16) == 31 && *end == 'z' && strtod("2.5e3", NULL) == 2500 && atoi("-7") == -7 &&
         strtoull("18446744073709551615", NULL, 10) == ~0ULL && toupper('a') == 'A' && fabs(sin(0.5)) < 0.5;
}

static int descending(const void *left, const void *right) {
  return *(const int *)right - *(const int *)left;
}

static bool sorting(void) {
  int numbers[] = {3, 1, 4, 1, 5, 9, 2, 6};
  qsort(numbers, 8, sizeof *numbers, descending);
  int wanted = 4;
  int *found = bsearch(&wanted, numbers, 8, sizeof *numbers, descending);
  return numbers[0] == 9 && numbers[7] == 1 && found == &numbers[3];
}

static bool environment(void) {
  const char *unset = getenv("NO_SUCH_VARIABLE");
  setenv("TOUR", "value", 1);
  const char *set = getenv("TOUR");
  errno = ERANGE;
  const char *reason = strerror(errno);
  return unset == NULL && set != NULL && strcmp(set, "value") == 0 && strlen(reason) > 3;
}

static bool calendar(void) {
  time_t moment = 86400;
  struct tm *day = gmtime(&moment);
  char room[32];
  bool right = strftime(room, sizeof room, "%Y-%m-%d", day) == 10 && strcmp(room, "1970-01-02") == 0;
  /* Local time is UTC here, whatever clock the host has. */
  struct tm *local = localtime(&moment);
  return right && local->tm_hour == 0 && local->tm_isdst == 0 && mktime(local) == moment;
}

static bool files(void) {
  FILE *file = fopen("/tour.txt", "w+");
  if (file == NULL) {
    return false;
  }
  fprintf(file, "line %d\n%s\n", 1, "second");
  rewind(file);
  char room[32];
  bool right = fgets(room, sizeof room, file) != NULL && strcmp(room, "line 1\n") == 0;
  char *line = NULL;
  size_t size = 0;
  right = right && getline(&line, &size, file) == 7 && strcmp(line, "second\n") == 0;
  free(line);
  fclose(file);
  return right && remove("/tour.txt") == 0 && fopen("/tour.txt", "r") == NULL;
}

static bool memory(void) {
  void *aligned = aligned_alloc(256, 512);
  void *posix = NULL;
  bool right = ((size_t)aligned & 255) == 0 && posix_memalign(&posix, 64, 100) == 0 && ((size_t)posix & 63) == 0;
  memset(aligned, 1, 512);
  memset(posix, 1, 100);
  free(aligned);
  free(posix);
  int *grown = NULL;
  for (size_t count = 1; count < 2000; count *= 3) {
    grown = realloc(grown, count * sizeof *grown);
    grown[count - 1] = (int)count;
  }
  free(grown);
  char *overlapping = calloc(1, 64);
  memcpy(overlapping, "0123456789", 10);
  memmove(overlapping + 3, overlapping, 10);
  right = right && strcmp(overlapping, "0120123456789") == 0;
  free(overlapping);
  return right;
}

static int lengths_of(size_t count) {
  int total = 0;
  for (size_t i = 1; i <= count; i++) {
    char variable[i * 3];
    memset(variable, 'v', sizeof variable);
    variable[sizeof variable - 1] = '\0';
    total += (int)strlen(variable);
  }
  return total;
}

static bool frames(void) {
  return lengths_of(20) == 610;
}

/* Frames that are left without returning must not be remembered. */
static jmp_buf back;

static void leave(int depth) {
  char local[64];
  memset(local, depth, sizeof local);
  if (depth == 0) {
    longjmp(back, 7);
  }
  leave(depth - 1);
}

static bool jumps(void) {
  int code = setjmp(back);
  if (code == 0) {
    leave(5);
  }
  char room[400];
  memset(room, 1, sizeof room);
  return code == 7 && lengths_of(20) == 610 && formats();
}

int tour(void) {
  bool (*const steps[])(void) = {texts,       formats,  variadic, conversions, sorting, environment,
                                 calendar,    files,    memory,   frames,      jumps};
  for (int i = 0; i < (int)(sizeof steps / sizeof *steps); i++) {
    if (!steps[i]()) {
      return i + 1;
    }
  }
  return 0;
}

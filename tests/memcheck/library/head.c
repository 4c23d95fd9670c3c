#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <iconv.h>
#include <inttypes.h>
#include <libgen.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static void *kept[400];
static int kept_count;

/* Everything stays reachable: no call of these programs is about leaks. */
void *keep(void *block) {
  kept[kept_count++] = block;
  return block;
}

char *text(size_t count) {
  return memset(keep(malloc(count)), 'x', count);
}

char *digits(size_t count) {
  return memset(keep(malloc(count)), '1', count);
}

wchar_t *wide(size_t count) {
  return wmemset(keep(malloc(count * sizeof(wchar_t))), L'x', count);
}

wchar_t *wide_digits(size_t count) {
  return wmemset(keep(malloc(count * sizeof(wchar_t))), L'1', count);
}

void *memory(size_t bytes) {
  return keep(calloc(bytes, 1));
}

char *ended(const char *string) {
  return keep(strdup(string));
}

wchar_t *wide_ended(const wchar_t *string) {
  return keep(wcsdup(string));
}

int order(const void *one, const void *other) {
  return *(const int *)one - *(const int *)other;
}

/**
 * The scanf family, all of which ends in vfscanf. A string is read into no more room than there is, and one that wanted
 * more is reported; whatever else is read has its size checked first.
 */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "real.h"
#include "shadow.h"
#include <stdarg.h>

enum { MOST_STRINGS = 32, MOST_VALUES = 64, FORMAT_BYTES = 1024, ENOUGH = 1024 * 1024 };
/* Sizes of what is as long as the text that is read. */
#define TEXT UINT32_MAX
#define WIDE_TEXT (UINT32_MAX - 1)

int __real_vfscanf(void *stream, const char *format, va_list values);

struct string_item {
  uint32_t to;
  uint32_t room;
  uint32_t index; /* among the values that the format assigns */
};

struct scan {
  struct string_item strings[MOST_STRINGS];
  uint32_t count;
  /* Where the values go and how large they are, by their index. */
  struct {
    uint32_t to;
    uint32_t bytes;
  } values[MOST_VALUES];
  char format[FORMAT_BYTES];
  uint32_t length;
  uint32_t location;
};

static void put(struct scan *scan, char byte) {
  if (scan->length < FORMAT_BYTES) {
    scan->format[scan->length] = byte;
  }
  scan->length++;
}

static void put_number(struct scan *scan, uint32_t number) {
  if (number >= 10) {
    put_number(scan, number / 10);
  }
  put(scan, (char)('0' + number % 10));
}

/* How many bytes a conversion of this letter and length writes. */
static uint32_t size_of(char letter, int longs, int shorts, int wide) {
  switch (letter) {
  case 'a':
  case 'e':
  case 'f':
  case 'g':
  case 'A':
  case 'E':
  case 'F':
  case 'G':
    return wide ? 16 : longs > 0 ? 8 : 4;
  case 'p':
    return 4;
  default:
    return longs > 1 || wide ? 8 : shorts > 1 ? 1 : shorts > 0 ? 2 : 4;
  }
}

/* Passes over a set of characters, and gives it to the new format. Returns what follows it. */
static const char *copy_set(struct scan *scan, const char *at) {
  if (*at == '^') {
    put(scan, *at++);
  }
  if (*at == ']') {
    put(scan, *at++);
  }
  while (*at != '\0' && *at != ']') {
    put(scan, *at++);
  }
  if (*at == ']') {
    put(scan, *at++);
  }
  return at;
}

/* One conversion, after its per cent sign. Returns what follows it. */
static const char *convert(struct scan *scan, const char *at, void ***values, uint32_t *assigned) {
  if (*at == '%') {
    put(scan, *at);
    return at + 1;
  }
  bool silent = *at == '*';
  if (silent) {
    put(scan, *at++);
  }
  uint32_t width = 0;
  while (*at >= '0' && *at <= '9') {
    width = width * 10 + (uint32_t)(*at++ - '0');
  }
  const char *modifiers = at;
  int longs = 0, shorts = 0, wide = 0, allocates = 0;
  for (;; at++) {
    if (*at == 'l') {
      longs++;
    } else if (*at == 'h') {
      shorts++;
    } else if (*at == 'L' || *at == 'j') {
      wide = 1;
    } else if (*at == 'm') {
      allocates = 1;
    } else if (*at != 'z' && *at != 't') {
      break;
    }
  }
  char letter = *at;
  bool is_string = (letter == 's' || letter == '[') && longs == 0 && !allocates;
  if (!silent) {
    uint32_t to = (uint32_t)(uintptr_t) * (*values)++;
    uint32_t bytes = 0;
    if (is_string) {
      uint32_t room = shadow_writable(to, ENOUGH);
      if (room == 0) {
        fault(FAULT_WRITE, to, 1, scan->location);
      }
      if (scan->count < MOST_STRINGS && room < ENOUGH && (width == 0 || width >= room)) {
        scan->strings[scan->count++] = (struct string_item){to, room, *assigned};
        /* One byte more than fits, with its NUL: that shows whether more was wanted, and that byte is in no block. */
        width = room == 0 ? 1 : room;
      }
    } else if (allocates) {
      bytes = sizeof(void *);
    } else if (letter == 'c') {
      bytes = width == 0 ? 1 : width;
    } else if (longs == 0 || (letter != 's' && letter != '[')) {
      bytes = size_of(letter, longs, shorts, wide);
    }
    check_write(to, bytes, scan->location);
    if ((letter == 's' || letter == '[') && !allocates) {
      bytes = is_string ? TEXT : WIDE_TEXT;
    }
    if (letter == 'n') {
      values_written(to, bytes);
    } else if (*assigned < MOST_VALUES) {
      scan->values[*assigned].to = to;
      scan->values[*assigned].bytes = bytes;
    } else {
      values_written(to, shadow_writable(to, bytes < ENOUGH ? bytes : ENOUGH));
    }
    if (letter != 'n') {
      (*assigned)++;
    }
  }
  if (width != 0) {
    put_number(scan, width);
  }
  while (modifiers < at) {
    put(scan, *modifiers++);
  }
  if (letter == '\0') {
    return at;
  }
  put(scan, letter);
  at++;
  return letter == '[' ? copy_set(scan, at) : at;
}

int __wrap_vfscanf(void *stream, uint32_t format, va_list values) {
  static struct scan scan;
  scan.count = 0;
  scan.length = 0;
  scan.location = take_location();
  check_string(format, UINT32_MAX, scan.location);
  /* On this machine a list of values is the address of the first, and every value of scanf is a pointer. */
  void **next = (void **)values;
  uint32_t assigned = 0;
  for (const char *at = as_pointer(format); *at != '\0';) {
    char byte = *at++;
    put(&scan, byte);
    if (byte == '%') {
      at = convert(&scan, at, &next, &assigned);
    }
  }
  put(&scan, '\0');
  const char *checked = scan.length <= FORMAT_BYTES ? scan.format : as_pointer(format);
  uint32_t location = scan.location;
  uint32_t asked = assigned < MOST_VALUES ? assigned : MOST_VALUES;
  int read = __real_vfscanf(stream, checked, values);
  for (uint32_t i = 0; i < asked && (int)i < read; i++) {
    uint32_t to = scan.values[i].to;
    uint32_t bytes = scan.values[i].bytes;
    bool forbidden;
    values_written(to, bytes == TEXT        ? shadow_string_length(to, ENOUGH, &forbidden) + 1
                       : bytes == WIDE_TEXT ? shadow_writable(to, ENOUGH)
                                            : bytes);
  }
  for (uint32_t i = 0; i < scan.count; i++) {
    struct string_item *item = &scan.strings[i];
    if (read < 0 || item->index >= (uint32_t)read || item->room == 0) {
      continue;
    }
    const char *text = as_pointer(item->to);
    uint32_t length = 0;
    while (length < item->room && text[length] != '\0') {
      length++;
    }
    if (length == item->room) {
      fault(FAULT_WRITE, item->to + item->room, 1, location);
    }
  }
  /* What is kept here must not look as if the program still pointed at its blocks. */
  __real_memset(&scan, 0, sizeof scan);
  return read;
}

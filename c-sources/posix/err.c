/* Messages for the user, after the program's name. */
#include "posix.h"
#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES = 1024 };

static void begin(const char *format, va_list values) {
  char name[NAME_BYTES];
  if (ffi_hook_text(HOST_TEXT_PROGRAM_NAME, name, sizeof name) > sizeof name) {
    name[0] = '\0';
  }
  fprintf(stderr, "%s: ", name);
  if (format != NULL) {
    vfprintf(stderr, format, values);
  }
}

WEAK void vwarnx(const char *format, va_list values) {
  begin(format, values);
  fputs("\n", stderr);
}

WEAK void vwarn(const char *format, va_list values) {
  int error = errno;
  begin(format, values);
  fprintf(stderr, "%s%s\n", format == NULL ? "" : ": ", strerror(error));
}

WEAK void warn(const char *format, ...) {
  va_list values;
  va_start(values, format);
  vwarn(format, values);
  va_end(values);
}

WEAK void warnx(const char *format, ...) {
  va_list values;
  va_start(values, format);
  vwarnx(format, values);
  va_end(values);
}

WEAK _Noreturn void verr(int code, const char *format, va_list values) {
  vwarn(format, values);
  exit(code);
}

WEAK _Noreturn void verrx(int code, const char *format, va_list values) {
  vwarnx(format, values);
  exit(code);
}

WEAK _Noreturn void err(int code, const char *format, ...) {
  va_list values;
  va_start(values, format);
  verr(code, format, values);
}

WEAK _Noreturn void errx(int code, const char *format, ...) {
  va_list values;
  va_start(values, format);
  verrx(code, format, values);
}

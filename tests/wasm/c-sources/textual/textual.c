#include "textual.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

size_t strlcpy(char *to, const char *from, size_t size);

/* What goes through here is unknown to the compiler. */
static void *hidden(const void *pointer) {
  void *result = (void *)(size_t)pointer;
  __asm__ volatile("" : "+r"(result));
  return result;
}

static void *block(size_t bytes) {
  return hidden(calloc(1, bytes));
}

static int done(void *block, int result) {
  free(block);
  return result;
}

/* Room for four characters, of which n are letters; the rest is NUL. */
static wchar_t *wide(size_t n) {
  size_t room = n > 4 ? 8 : 4;
  wchar_t *text = block(room * sizeof *text);
  for (size_t i = 0; i < room; i++) {
    text[i] = i < n ? L'a' : 0;
  }
  return text;
}

static char *eight(size_t n, char with) {
  char *text = block(8);
  memset(text, 0, 8);
  memset(text, with, n);
  return text;
}

static char *letters(size_t n) {
  return eight(n, 'a');
}

static char *digits(size_t n) {
  return eight(n, '1');
}

static FILE *with_text(const char *text) {
  FILE *file = fopen("/textual.txt", "w+");
  fputs(text, file);
  rewind(file);
  return file;
}

static int ascending(const void *left, const void *right) {
  return *(const int *)left - *(const int *)right;
}

int wide_length(size_t n) {
  wchar_t *text = wide(n);
  size_t length = wcslen(text); /* here: wide_length */
  return done(text, (int)length);
}

int wide_copy(size_t n) {
  wchar_t *to = block(n * sizeof *to);
  wcscpy(to, hidden(L"abc")); /* here: wide_copy */
  return done(to, to[0]);
}

int wide_copy_some(size_t n) {
  wchar_t *to = block(4 * sizeof *to);
  wcsncpy(to, hidden(L"ab"), n); /* here: wide_copy_some */
  return done(to, to[0]);
}

int wide_append(size_t n) {
  wchar_t *to = block(n * sizeof *to);
  to[0] = 0;
  wcscat(to, hidden(L"abc")); /* here: wide_append */
  return done(to, to[0]);
}

int wide_compare(size_t n) {
  wchar_t *text = wide(n);
  int order = wcscmp(text, L"aaaaaaaa"); /* here: wide_compare */
  return done(text, order);
}

int wide_compare_some(size_t n) {
  wchar_t *text = wide(4);
  int order = wcsncmp(text, L"aaaaaaaa", n); /* here: wide_compare_some */
  return done(text, order);
}

int wide_find(size_t n) {
  wchar_t *text = wide(n);
  int found = wcschr(text, L'z') != NULL; /* here: wide_find */
  return done(text, found);
}

int wide_memory_copy(size_t n) {
  wchar_t *to = block(4 * sizeof *to);
  wmemcpy(to, hidden(L"abcdefgh"), n); /* here: wide_memory_copy */
  return done(to, to[0]);
}

int wide_memory_move(size_t n) {
  wchar_t *to = wide(4);
  wmemmove(to + 1, to, n); /* here: wide_memory_move */
  return done(to, to[0]);
}

int wide_memory_set(size_t n) {
  wchar_t *to = block(4 * sizeof *to);
  wmemset(to, L'x', n); /* here: wide_memory_set */
  return done(to, to[0]);
}

int wide_memory_compare(size_t n) {
  wchar_t *text = wide(4);
  int order = wmemcmp(text, L"aaaaaaaa", n); /* here: wide_memory_compare */
  return done(text, order);
}

int wide_overlap(size_t n) {
  wchar_t *text = wide(7);
  wmemcpy(text, text + (8 - n), 4); /* here: wide_overlap */
  return done(text, text[0]);
}

int copy_to_end(size_t n) {
  char *to = block(n);
  char *end = stpcpy(to, hidden("seven c")); /* here: copy_to_end */
  return done(to, end == to + 7);
}

int copy_bounded(size_t n) {
  char *to = block(4);
  size_t length = strlcpy(to, hidden("seven c"), n); /* here: copy_bounded */
  return done(to, (int)length);
}

int copy_until(size_t n) {
  char *to = block(4);
  void *end = memccpy(to, hidden("abcdefgh"), (int)('a' + n), 8); /* here: copy_until */
  return done(to, end != NULL);
}

int span(size_t n) {
  char *text = letters(n);
  size_t length = strspn(text, hidden("abc")); /* here: span */
  return done(text, (int)length);
}

int span_without(size_t n) {
  char *text = letters(n);
  size_t length = strcspn(text, hidden("xyz")); /* here: span_without */
  return done(text, (int)length);
}

int find_any(size_t n) {
  char *text = letters(n);
  int found = strpbrk(text, hidden("xyz")) != NULL; /* here: find_any */
  return done(text, found);
}

int number(size_t n) {
  char *text = digits(n);
  long number = strtol(text, NULL, 10); /* here: number */
  return done(text, (int)number);
}

int number_wide(size_t n) {
  char *text = digits(n);
  char *end = NULL;
  long long number = strtoll(text, &end, 10); /* here: number_wide */
  return done(text, (int)number);
}

int number_real(size_t n) {
  char *text = digits(n);
  double number = strtod(text, NULL); /* here: number_real */
  return done(text, (int)number);
}

int number_simple(size_t n) {
  char *text = digits(n);
  int number = atoi(text); /* here: number_simple */
  return done(text, number);
}

int print_small(size_t n) {
  char *to = block(8);
  int written = sprintf(to, "%d-%s", 1234, (char *)hidden("abcdefgh") + (8 - n)); /* here: print_small */
  return done(to, written);
}

int print_bounded(size_t n) {
  char *to = block(8);
  int written = snprintf(to, n, "%d-%s", 1234, (char *)hidden("abcdefgh")); /* here: print_bounded */
  return done(to, written);
}

int print_real(size_t n) {
  char *to = block(8);
  int written = snprintf(to, n, "%.9f", 3.25); /* here: print_real */
  return done(to, written);
}

int print_bound_too_large(size_t n) {
  char *to = block(8);
  int written = snprintf(to, 100, "%s", (char *)hidden("abcdefgh") + (8 - n)); /* here: print_bound_too_large */
  return done(to, written);
}

int line_from_file(size_t n) {
  FILE *file = with_text("0123456\nrest");
  char *to = block(n);
  char *line = fgets(to, 50, file); /* here: line_from_file */
  fclose(file);
  return done(to, line != NULL);
}

int bytes_from_file(size_t n) {
  FILE *file = with_text("0123456789");
  char *to = block(n);
  size_t got = fread(to, 1, 100, file); /* here: bytes_from_file */
  fclose(file);
  return done(to, (int)got);
}

int bytes_to_file(size_t n) {
  FILE *file = with_text("");
  char *from = letters(8);
  size_t put = fwrite(from, 1, n, file); /* here: bytes_to_file */
  fclose(file);
  return done(from, (int)put);
}

int sort_past(size_t n) {
  int *numbers = block(10 * sizeof *numbers);
  memset(numbers, 1, 10 * sizeof *numbers);
  qsort(numbers, n, sizeof *numbers, ascending); /* here: sort_past */
  return done(numbers, numbers[0]);
}

int search_past(size_t n) {
  int *numbers = block(10 * sizeof *numbers);
  memset(numbers, 1, 10 * sizeof *numbers);
  int wanted = 5;
  int found = bsearch(&wanted, numbers, n, sizeof wanted, ascending) != NULL; /* here: search_past */
  return done(numbers, found);
}

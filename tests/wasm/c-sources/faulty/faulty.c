#include "faulty.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What goes through here is unknown to the compiler: it can neither warn nor leave anything out. */
static void *hidden(const void *pointer) {
  void *result = (void *)pointer;
  __asm__ volatile("" : "+r"(result) : : "memory");
  return result;
}

static char *block(size_t bytes) {
  return memset(hidden(malloc(bytes)), 'a', bytes);
}

static char *unterminated(bool wrong) {
  char *text = block(16);
  if (!wrong) {
    text[15] = '\0';
  }
  return text;
}

int heap_read(size_t bytes, int at) {
  char *data = block(bytes);
  int value = data[at]; /* here: heap_read */
  free(data);
  return value;
}

int heap_write(size_t bytes, int at) {
  char *data = block(bytes);
  data[at] = 1; /* here: heap_write */
  int value = data[0];
  free(data);
  return value;
}

int heap_read_wide(size_t bytes, int at) {
  char *data = block(bytes);
  int value = (int)*(int64_t *)(data + at); /* here: heap_read_wide */
  free(data);
  return value;
}

int heap_write_wide(size_t bytes, int at) {
  char *data = block(bytes);
  *(int32_t *)(data + at) = 1; /* here: heap_write_wide */
  int value = data[0];
  free(data);
  return value;
}

static int numbers[5] = {1, 2, 3, 4, 5};

int global_read(int at) {
  int *first = hidden(numbers);
  return first[at]; /* here: global_read */
}

int stack_write(int at) {
  int local[5] = {0};
  int *first = hidden(local);
  first[at] = 7; /* here: stack_write */
  return first[0];
}

int null_read(bool wrong) {
  int value = 3;
  int *pointer = hidden(wrong ? NULL : &value);
  return *pointer; /* here: null_read */
}

struct large {
  char bytes[1000];
  int last;
};

int null_write(bool wrong) {
  struct large value = {0};
  struct large *pointer = hidden(wrong ? NULL : &value);
  pointer->last = 3; /* here: null_write */
  return value.last;
}

int read_freed(bool wrong) {
  int *value = hidden(malloc(sizeof *value));
  *value = 4;
  if (wrong) {
    free(value);
  }
  int result = *(int *)hidden(value); /* here: read_freed */
  if (!wrong) {
    free(value);
  }
  return result;
}

/* Small enough to be inlined everywhere: a report has to name it all the same. */
static int helper(const int *value) {
  return *value + 1; /* here: helper */
}

int read_freed_by_helper(bool wrong) {
  int *value = hidden(malloc(sizeof *value));
  *value = 4;
  if (wrong) {
    free(value);
  }
  int result = helper(hidden(value));
  if (!wrong) {
    free(value);
  }
  return result;
}

int read_moved(bool wrong) {
  char *old = block(8);
  char *moved = hidden(realloc(hidden(old), 9));
  char *used = hidden(wrong ? old : moved);
  int result = used[0]; /* here: read_moved */
  free(moved);
  return result;
}

void free_twice(bool wrong) {
  char *data = block(8);
  free(data);
  if (wrong) {
    free(hidden(data)); /* here: free_twice */
  }
}

void free_interior(bool wrong) {
  char *data = block(64);
  free(hidden(data + (wrong ? 16 : 0))); /* here: free_interior */
  if (wrong) {
    free(data);
  }
}

void free_static(bool wrong) {
  free(hidden(wrong ? numbers : NULL)); /* here: free_static */
}

void free_stack(bool wrong) {
  int local = 1;
  free(hidden(wrong ? &local : NULL)); /* here: free_stack */
}

int copy_past(size_t bytes) {
  char *from = block(64);
  char *to = block(20);
  memcpy(to, from, bytes); /* here: copy_past */
  int result = to[0];
  free(from);
  free(to);
  return result;
}

int copy_from_past(size_t bytes) {
  char *from = block(20);
  char *to = block(64);
  memcpy(to, from, bytes); /* here: copy_from_past */
  int result = to[0];
  free(from);
  free(to);
  return result;
}

int copy_overlapping(int distance) {
  char *data = block(32);
  size_t bytes = (size_t)hidden((void *)8);
  memcpy(data + distance, data, bytes); /* here: copy_overlapping */
  int result = data[0];
  free(data);
  return result;
}

int move_past(size_t bytes) {
  char *data = block(32);
  memmove(hidden(data + 8), data, bytes); /* here: move_past */
  int result = data[0];
  free(data);
  return result;
}

int set_past(size_t bytes) {
  char *data = block(20);
  memset(data, 1, bytes); /* here: set_past */
  int result = data[0];
  free(data);
  return result;
}

int compare_past(size_t bytes) {
  char *left = block(20);
  char *right = block(40);
  int result = memcmp(left, right, bytes); /* here: compare_past */
  free(left);
  free(right);
  return result;
}

int find_past(size_t bytes) {
  char *data = block(20);
  char *found = memchr(data, 'z', bytes); /* here: find_past */
  int result = found == NULL;
  free(data);
  return result;
}

int copy_struct_freed(bool wrong) {
  struct large *value = hidden(block(sizeof *value));
  if (wrong) {
    free(value);
  }
  struct large copy = *(struct large *)hidden(value); /* here: copy_struct_freed */
  if (!wrong) {
    free(value);
  }
  return ((struct large *)hidden(&copy))->last;
}

int length_unterminated(bool wrong) {
  char *text = unterminated(wrong);
  size_t length = strlen(text); /* here: length_unterminated */
  free(text);
  return (int)length;
}

int length_freed(bool wrong) {
  char *text = unterminated(false);
  if (wrong) {
    free(text);
  }
  size_t length = strlen(hidden(text)); /* here: length_freed */
  if (!wrong) {
    free(text);
  }
  return (int)length;
}

int compare_unterminated(bool wrong) {
  char *left = unterminated(wrong);
  int result = strcmp(left, "aaaaaaaaaaaaaaaaaaaaaaaa"); /* here: compare_unterminated */
  free(left);
  return result;
}

int compare_some_unterminated(size_t most) {
  char *left = unterminated(true);
  int result = strncmp(left, "aaaaaaaaaaaaaaaaaaaaaaaa", most); /* here: compare_some_unterminated */
  free(left);
  return result;
}

int copy_string_small(size_t room) {
  char *to = block(room);
  strcpy(to, hidden("sixteen letters.")); /* here: copy_string_small */
  int result = to[0];
  free(to);
  return result;
}

int copy_some_small(size_t most) {
  char *to = block(20);
  strncpy(to, hidden("short"), most); /* here: copy_some_small */
  int result = to[0];
  free(to);
  return result;
}

int append_small(size_t room) {
  char *to = block(room);
  to[4] = '\0';
  strcat(to, hidden("sixteen letters.")); /* here: append_small */
  int result = to[0];
  free(to);
  return result;
}

int append_some_small(size_t room) {
  char *to = block(room);
  to[4] = '\0';
  strncat(to, hidden("sixteen letters."), 7); /* here: append_some_small */
  int result = to[0];
  free(to);
  return result;
}

int find_char_unterminated(bool wrong) {
  char *text = unterminated(wrong);
  char *found = strchr(text, 'z'); /* here: find_char_unterminated */
  free(text);
  return found == NULL;
}

int find_last_unterminated(bool wrong) {
  char *text = unterminated(wrong);
  char *found = strrchr(text, 'z'); /* here: find_last_unterminated */
  free(text);
  return found == NULL;
}

int find_string_unterminated(bool wrong) {
  char *text = unterminated(wrong);
  char *found = strstr(text, hidden("zz")); /* here: find_string_unterminated */
  free(text);
  return found == NULL;
}

int duplicate_unterminated(bool wrong) {
  char *text = unterminated(wrong);
  char *copy = strdup(text); /* here: duplicate_unterminated */
  int result = copy[0];
  free(copy);
  free(text);
  return result;
}

int through_pointer(int (*function)(int), int value) {
  return function(value) + 1; /* here: through_pointer */
}

static int by_first_letter(const void *left, const void *right) {
  const char *const *one = left;
  const char *const *other = right;
  return (*one)[0] - (*other)[0]; /* here: by_first_letter */
}

int sort_words(size_t count, bool wrong) {
  const char **words = hidden(malloc(3 * sizeof *words));
  words[0] = "c";
  words[1] = wrong ? NULL : "b";
  words[2] = "a";
  qsort(words, count, sizeof *words, by_first_letter); /* here: sort_words */
  int result = words[0][0];
  free(words);
  return result;
}

int print_freed(bool wrong) {
  char *text = unterminated(false);
  if (wrong) {
    free(text);
  }
  char room[32];
  int written = snprintf(room, sizeof room, "%s!", (char *)hidden(text)); /* here: print_freed */
  if (!wrong) {
    free(text);
  }
  return written;
}

/* A volatile is as opaque as `hidden`, and leaves the compiler free in where it keeps the frame. */
static int *volatile kept;
static char *volatile seen;

__attribute__((noinline)) static void keep(int value) {
  int local[4] = {value, value + 1, value + 2, value + 3};
  kept = local;
}

/* Uses and gives back frames of its own. */
__attribute__((noinline)) static int other_frames(int depth) {
  char room[40];
  seen = room;
  memset(seen, depth, sizeof room);
  return depth == 0 ? room[0] : room[0] + other_frames(depth - 1);
}

int read_after_return(bool wrong) {
  static int here[4] = {1, 2, 3, 4};
  keep(1);
  other_frames(20);
  if (!wrong) {
    kept = here;
  }
  return kept[2]; /* here: read_after_return */
}

int read_after_scope(bool wrong) {
  int outer = 1;
  int *pointer = hidden(&outer);
  if (wrong) {
    int inner = 2;
    pointer = hidden(&inner);
  }
  return *pointer; /* here: read_after_scope */
}

int array_write(int at) {
  char room[100];
  seen = room;
  memset(seen, 1, sizeof room);
  seen[at] = 2; /* here: array_write */
  return room[0];
}

int variable_array_write(size_t count, int at) {
  char room[count];
  memset(room, 1, count);
  ((char *)hidden(room))[at] = 2; /* here: variable_array_write */
  return room[0];
}

int recurse(int depth, bool arrays);

static int recurse_with_array(int depth) { /* here: recurse_with_array */
  char room[3000];
  seen = room;
  memset(seen, 1, sizeof room);
  return room[depth % 3000] + recurse(depth - 1, true);
}

static int recurse_without_array(int depth) { /* here: recurse_without_array */
  volatile double values[64];
  values[depth % 64] = depth;
  return (int)values[depth % 64] + recurse(depth - 1, false);
}

int recurse(int depth, bool arrays) {
  if (depth == 0) {
    return 0;
  }
  int (*next)(int) = hidden(arrays ? recurse_with_array : recurse_without_array);
  return next(depth);
}

/** Functions between bytes (UTF-8, or ASCII in the C locale) and wide characters. How much they write depends on the text. */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "location.h"
#include "real.h"
#include "shadow.h"
#include <stddef.h>

enum { WIDE = sizeof(wchar_t), LONGEST_CHARACTER = 16, FAILED = -1 };

/* Bytes of the character that begins with this one, as UTF-8 says. */
static uint32_t length_by_first(unsigned char first) {
  return first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* How many characters of the text may be read, if at most `most` are wanted; its end is one of them. */
static uint32_t characters_at(uint32_t from, uint32_t most) {
  uint32_t count = 0;
  for (uint32_t at = from; count < most && shadow_accessible(at, 1) == 1; count++) {
    unsigned char first = *(unsigned char *)as_pointer(at);
    if (first == 0) {
      return count + 1;
    }
    uint32_t length = length_by_first(first);
    if (shadow_accessible(at, length) != length) {
      return count;
    }
    at += length;
  }
  return count;
}

static uint32_t wide_characters_at(uint32_t from, uint32_t most) {
  uint32_t count = 0;
  for (uint32_t at = from; count < most && shadow_accessible(at, WIDE) == WIDE; at += WIDE, count++) {
    if (*(wchar_t *)as_pointer(at) == 0) {
      return count + 1;
    }
  }
  return count;
}

/* Whether the text has its end; tells the host when not. */
static bool text_ends(uint32_t from, uint32_t location) {
  return shadow_accessible(from + check_string(from, UINT32_MAX, location), 1) == 1;
}

static bool wide_text_ends(uint32_t from, uint32_t location) {
  return shadow_accessible(from + WIDE * check_wide_string(from, UINT32_MAX, location), WIDE) == WIDE;
}

/*
 * How much of `most` the function may write, where a text of `length` (FAILED: not known) and its end are to be
 * written, of `unit` bytes each.
 */
static uint32_t room_for(uint32_t to, uint32_t length, uint32_t most, uint32_t unit, uint32_t location) {
  uint32_t items = length < most ? length + 1 : most;
  uint32_t allowed = check_write(to, items * unit, location) / unit;
  values_written(to, allowed * unit);
  return allowed < items ? allowed : most;
}

/*
 * Text that lacks its end is right where the room is full before that. The conversion stops at `most` items, each made
 * of one character or of a part of one, so as many characters have to be there.
 */
#define CONVERTS(name, from_type, unit, characters, ends)                                                              \
  uint32_t name(void *to, const from_type *from, uint32_t most);                                                       \
  uint32_t checked_##name(uint32_t to, uint32_t from, uint32_t most) {                                                 \
    uint32_t location = take_location();                                                                               \
    if (to == 0) {                                                                                                     \
      return ends(from, location) ? name(NULL, as_pointer(from), most) : (uint32_t)FAILED;                             \
    }                                                                                                                  \
    bool full = characters(from, most) == most;                                                                        \
    if (!full && !ends(from, location)) {                                                                              \
      return (uint32_t)FAILED;                                                                                         \
    }                                                                                                                  \
    uint32_t length = full ? most : name(NULL, as_pointer(from), 0);                                                   \
    if (length != (uint32_t)FAILED) {                                                                                  \
      most = room_for(to, length, most, unit, location);                                                               \
    }                                                                                                                  \
    return name(as_pointer(to), as_pointer(from), most);                                                               \
  }

CONVERTS(mbstowcs, char, WIDE, characters_at, text_ends)
CONVERTS(wcstombs, wchar_t, 1, wide_characters_at, wide_text_ends)

/* The same with a text that is gone on with later: `from` is moved, and `state` remembers half a character. */
#define CONVERTS_ON(name, from_type, unit, characters, ends)                                                           \
  uint32_t name(void *to, const from_type **from, uint32_t most, void *state);                                         \
  uint32_t checked_##name(uint32_t to, uint32_t from, uint32_t most, void *state) {                                    \
    uint32_t location = take_location();                                                                               \
    if (check_write(from, sizeof(uint32_t), location) != sizeof(uint32_t)) {                                           \
      return (uint32_t)FAILED;                                                                                         \
    }                                                                                                                  \
    const from_type *text = *(const from_type **)as_pointer(from);                                                     \
    uint32_t at = (uint32_t)(uintptr_t)text;                                                                           \
    if (to == 0 || characters(at, most) < most) {                                                                      \
      if (!ends(at, location)) {                                                                                       \
        return (uint32_t)FAILED;                                                                                       \
      }                                                                                                                \
      uint64_t half = 0;                                                                                               \
      if (state != NULL && shadow_accessible((uint32_t)(uintptr_t)state, sizeof half) == sizeof half) {                \
        half = *(uint64_t *)state;                                                                                     \
      }                                                                                                                \
      uint32_t length = name(NULL, &text, 0, &half);                                                                   \
      if (to != 0 && length != (uint32_t)FAILED) {                                                                     \
        most = room_for(to, length, most, unit, location);                                                             \
      }                                                                                                                \
    } else {                                                                                                           \
      most = room_for(to, most, most, unit, location);                                                                 \
    }                                                                                                                  \
    return name(as_pointer(to), as_pointer(from), most, state);                                                        \
  }

CONVERTS_ON(mbsrtowcs, char, WIDE, characters_at, text_ends)
CONVERTS_ON(wcsrtombs, wchar_t, 1, wide_characters_at, wide_text_ends)

/* One character, as many bytes as it has. */
static uint32_t place_bytes(uint32_t to, const char *bytes, uint32_t count, uint32_t location) {
  if (count != (uint32_t)FAILED) {
    uint32_t allowed = check_write(to, count, location);
    __real_memcpy(as_pointer(to), bytes, allowed);
    values_written(to, allowed);
  }
  return count;
}

uint32_t wcrtomb(char *to, wchar_t character, void *state);
uint32_t checked_wcrtomb(uint32_t to, wchar_t character, void *state) {
  uint32_t location = take_location();
  char bytes[LONGEST_CHARACTER];
  return to == 0 ? wcrtomb(NULL, character, state)
                 : place_bytes(to, bytes, wcrtomb(bytes, character, state), location);
}

int wctomb(char *to, wchar_t character);
int checked_wctomb(uint32_t to, wchar_t character) {
  uint32_t location = take_location();
  char bytes[LONGEST_CHARACTER];
  return to == 0 ? wctomb(NULL, character)
                 : (int)place_bytes(to, bytes, (uint32_t)wctomb(bytes, character), location);
}

/* As many of `most` bytes as the function may read to find one character. */
static uint32_t character_at(uint32_t from, uint32_t most, uint32_t location) {
  if (most == 0 || check_read(from, 1, location) == 0) {
    return 0;
  }
  uint32_t length = length_by_first(*(unsigned char *)as_pointer(from));
  uint32_t readable = check_read(from, length < most ? length : most, location);
  values_used(from, readable, location);
  return readable;
}

/* Where a wide character is written, if it may be. */
static void *place_for_wide(uint32_t to, uint32_t location) {
  if (to == 0 || check_write(to, WIDE, location) != WIDE) {
    return NULL;
  }
  values_written(to, WIDE);
  return as_pointer(to);
}

int mbtowc(wchar_t *to, const char *from, uint32_t most);
int checked_mbtowc(uint32_t to, uint32_t from, uint32_t most) {
  uint32_t location = take_location();
  if (from == 0) {
    return mbtowc(NULL, NULL, most);
  }
  uint32_t readable = character_at(from, most, location);
  return mbtowc(place_for_wide(to, location), as_pointer(from), readable);
}

int checked_mblen(uint32_t from, uint32_t most) {
  return checked_mbtowc(0, from, most);
}

uint32_t mbrtowc(wchar_t *to, const char *from, uint32_t most, void *state);
uint32_t checked_mbrtowc(uint32_t to, uint32_t from, uint32_t most, void *state) {
  uint32_t location = take_location();
  if (from == 0) {
    return mbrtowc(NULL, NULL, most, state);
  }
  uint32_t readable = character_at(from, most, location);
  return mbrtowc(place_for_wide(to, location), as_pointer(from), readable, state);
}

uint32_t mbrlen(const char *from, uint32_t most, void *state);
uint32_t checked_mbrlen(uint32_t from, uint32_t most, void *state) {
  uint32_t location = take_location();
  return mbrlen(as_pointer(from), from == 0 ? most : character_at(from, most, location), state);
}

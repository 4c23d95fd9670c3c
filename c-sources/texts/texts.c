#include "texts.h"
#include <stdbool.h>
#include <string.h>

/* Not toupper, which asks the locale. */
static char capital(char letter) {
  return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

/* Whether a byte continues a character that an earlier byte began. */
static bool continues(char byte) {
  return ((unsigned char)byte & 0xc0) == 0x80;
}

size_t to_capitals(const char *text, char *out, size_t room) {
  size_t length = strlen(text);
  if (room == 0) {
    return length + 1;
  }
  size_t end = length;
  if (end > room - 1) {
    end = room - 1;
    /* The NUL must not take the place of a continuation: the character is left out as a whole. */
    while (end > 0 && continues(text[end])) {
      end--;
    }
  }
  for (size_t i = 0; i < end; i++) {
    out[i] = capital(text[i]);
  }
  out[end] = '\0';
  return length + 1;
}

// A struct is copied, and both copies release what they point at.
#include <stdlib.h>
#include <string.h>

struct text {
  char *bytes;
};

static void release(struct text *text) {
  free(text->bytes);
  text->bytes = NULL;
}

int main(void) {
  struct text one = {strdup("shared")};
  struct text *other = &one;
  release(&one);
  release(other);
  return 0;
}

// longjmp ends the functions it leaves, and their variables.
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

static jmp_buf back;
static const char *message;
static char kept[16];

static void fail(void) {
  char text[16];
  snprintf(text, sizeof text, "error %d", 7);
  memcpy(kept, text, sizeof kept);
  message = kept;
  longjmp(back, 1);
}

int main(void) {
  if (setjmp(back) == 0) fail();
  printf("%c\n", message[0]);
  return 0;
}

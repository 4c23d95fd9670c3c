/** Memory that is no block of the program's, and that the C library's functions read and write all the same. */
#include "own-memory.h"
#include "definedness.h"
#include "real.h"
#include "shadow.h"

static void *let_be_used(void *made, uint32_t bytes) {
  if (made != NULL) {
    shadow_follow_memory();
    shadow_allow((uint32_t)(uintptr_t)made, bytes);
    values_written((uint32_t)(uintptr_t)made, bytes);
  }
  return made;
}

void *new_memory(uint32_t bytes) {
  return let_be_used(__real_malloc(bytes), bytes);
}

/* What the C library takes for itself, for a locale say. */
void *__real___libc_malloc(uint32_t bytes);
void *__wrap___libc_malloc(uint32_t bytes) {
  return let_be_used(__real___libc_malloc(bytes), bytes);
}

void *__real___libc_calloc(uint32_t count, uint32_t bytes);
void *__wrap___libc_calloc(uint32_t count, uint32_t bytes) {
  return let_be_used(__real___libc_calloc(count, bytes), count * bytes);
}

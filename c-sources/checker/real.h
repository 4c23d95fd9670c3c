/** The functions behind the wrapped ones, as the linker's --wrap names them. */
#ifndef CHECKER_REAL_H
#define CHECKER_REAL_H

#include <stddef.h>

void *__real_malloc(size_t bytes);
void __real_free(void *block);
void *__real_memcpy(void *to, const void *from, size_t bytes);
void *__real_memmove(void *to, const void *from, size_t bytes);
void *__real_memset(void *to, int value, size_t bytes);
int __real_memcmp(const void *left, const void *right, size_t bytes);

#endif

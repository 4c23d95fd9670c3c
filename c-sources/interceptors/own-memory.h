/** Memory of the C library's and the runtime's own. */
#ifndef INTERCEPTORS_OWN_MEMORY_H
#define INTERCEPTORS_OWN_MEMORY_H

#include <stdint.h>

/** Memory that may be accessed and is no block of the program; it is never released. NULL when there is none. */
void *new_memory(uint32_t bytes);

#endif

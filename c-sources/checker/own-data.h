/**
 * The checker's own variables stand together in one section, which the shadow forbids: what a program writes with a
 * pointer that it has made of an integer cannot change what the checker knows. A whole program's checker is not linked
 * so: there, all that runs is checked C.
 */
#ifndef CHECKER_OWN_DATA_H
#define CHECKER_OWN_DATA_H

#include "shadow.h"

#ifdef FFI_FOLLOWS_VALUES
#define OWN_DATA
#else
#define OWN_DATA __attribute__((section("checker_data"), aligned(GRANULE)))
#endif

/** Forbids the program these variables, and the records that the compiler has made for the checker. */
void forbid_own_data(void);
void forbid_records(const void *records, uint32_t bytes);

#endif

/**
 * The whole checker as one translation unit: an allocation goes through many small functions, and only so are they
 * inlined into each other. Compile this file, without checks and without builtins, and link it with checked code.
 */
#include "allocators.c"
#include "blocks.c"
#include "checks.c"
#include "failures.c"
#include "fake-frames.c"
#include "faults.c"
#include "uninit-pattern.c"
#include "globals.c"
#include "location.c"
#include "memory-functions.c"
#include "module.c"
#include "quarantine.c"
#include "reports.c"
#include "shadow.c"
#include "stack.c"
#include "stream-functions.c"
#include "string-functions.c"
#include "string-parts.c"
#include "wide-functions.c"
#include "why.c"

/* Behind all others: its variable is the last one. */
#include "own-data.c"

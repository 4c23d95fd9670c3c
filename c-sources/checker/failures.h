#ifndef CHECKER_FAILURES_H
#define CHECKER_FAILURES_H

#include <stdbool.h>

/** Whether the allocation that is being made has to fail because the host wants it so. Counts it. */
bool failure_is_due(void);

#endif

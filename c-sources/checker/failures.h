#ifndef CHECKER_FAILURES_H
#define CHECKER_FAILURES_H

#include <stdbool.h>

/** Whether an allocation for which there is memory has to fail because the host wants it so. Counts it. */
bool failure_is_due(void);

#endif

#ifndef CHECKER_FAULTS_H
#define CHECKER_FAULTS_H

#include "abi.h"

/**
 * Tells the host. Returns when the host lets the program go on; for an access below the program's data or beyond its
 * memory it never returns, because such an access would destroy the shadow or means nothing.
 */
void fault(enum fault_kind kind, uint32_t address, uint32_t bytes, uint32_t location);

#endif

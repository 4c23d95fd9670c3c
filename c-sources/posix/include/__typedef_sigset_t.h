/* A bit for each signal. WASI's is one byte, because it has no sets. */
#ifndef POSIX_TYPEDEF_SIGSET_T_H
#define POSIX_TYPEDEF_SIGSET_T_H

typedef unsigned long long sigset_t;

#endif

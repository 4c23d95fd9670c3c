#include_next <time.h>
#ifndef POSIX_TIME_H
#define POSIX_TIME_H

/* A program is alone: its time is the time that goes by. */
#ifndef CLOCK_PROCESS_CPUTIME_ID
#define CLOCK_PROCESS_CPUTIME_ID CLOCK_MONOTONIC
#define CLOCK_THREAD_CPUTIME_ID CLOCK_MONOTONIC
#define CLOCK_MONOTONIC_RAW CLOCK_MONOTONIC
#endif

void tzset(void);

#endif

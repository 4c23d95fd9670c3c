#include_next <sys/stat.h>
#ifndef POSIX_SYS_STAT_H
#define POSIX_SYS_STAT_H

mode_t umask(mode_t);
int mkfifo(const char *, mode_t);
int mknod(const char *, mode_t, dev_t);

#endif

#include_next <sys/stat.h>
#ifndef UNIX_SYS_STAT_H
#define UNIX_SYS_STAT_H

mode_t umask(mode_t);
int mkfifo(const char *, mode_t);
int mknod(const char *, mode_t, dev_t);

#endif

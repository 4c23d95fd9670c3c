#include_next <stdlib.h>
#ifndef POSIX_STDLIB_H
#define POSIX_STDLIB_H

char *mktemp(char *);
int mkstemp(char *);
int mkstemps(char *, int);
int mkostemp(char *, int);
char *mkdtemp(char *);

#endif

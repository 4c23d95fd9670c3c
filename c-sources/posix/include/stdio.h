#include_next <stdio.h>
#ifndef POSIX_STDIO_H
#define POSIX_STDIO_H

#define P_tmpdir "/tmp"
#define L_tmpnam 20
#define L_ctermid 20
#define TMP_MAX 10000

char *tempnam(const char *, const char *);
FILE *popen(const char *, const char *);
int pclose(FILE *);
char *ctermid(char *);
void flockfile(FILE *);
int ftrylockfile(FILE *);
void funlockfile(FILE *);

#endif

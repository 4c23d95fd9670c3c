/* Other processes. There are none and none can be made: a program learns of it as where the system has no more of them. */
#include "posix.h"
#include <signal.h>
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

WEAK pid_t fork(void) {
  return refuse(ENOSYS);
}

WEAK pid_t vfork(void) {
  return refuse(ENOSYS);
}

static int refuse_text(const char *name, uint32_t location) {
  check_text(name, location);
  return refuse(ENOSYS);
}

WEAK int execv(const char *name, char *const arguments[]) {
  (void)arguments;
  return refuse_text(name, take_location());
}

WEAK int execve(const char *name, char *const arguments[], char *const environment[]) {
  (void)environment;
  return execv(name, arguments);
}

WEAK int execvp(const char *name, char *const arguments[]) {
  return execv(name, arguments);
}

WEAK int execvpe(const char *name, char *const arguments[], char *const environment[]) {
  (void)environment;
  return execv(name, arguments);
}

WEAK int execl(const char *name, const char *first, ...) {
  (void)first;
  return refuse_text(name, take_location());
}

WEAK int execle(const char *name, const char *first, ...) {
  (void)first;
  return refuse_text(name, take_location());
}

WEAK int execlp(const char *name, const char *first, ...) {
  (void)first;
  return refuse_text(name, take_location());
}

WEAK pid_t waitpid(pid_t process, int *status, int options) {
  (void)process;
  (void)status;
  (void)options;
  return refuse(ECHILD);
}

WEAK pid_t wait(int *status) {
  return waitpid(-1, status, 0);
}

WEAK int pipe(int ends[2]) {
  (void)ends;
  return refuse(ENOSYS);
}

WEAK FILE *popen(const char *command, const char *mode) {
  uint32_t location = take_location();
  check_text(command, location);
  check_text(mode, location);
  refuse(ENOSYS);
  return NULL;
}

WEAK int pclose(FILE *file) {
  (void)file;
  return refuse(ECHILD);
}

WEAK int daemon(int stays, int keeps) {
  (void)stays;
  (void)keeps;
  return refuse(ENOSYS);
}

WEAK pid_t getppid(void) {
  return (pid_t)ffi_hook_number(HOST_NUMBER_PARENT_PROCESS);
}

/* A process that is alone leads its group. */
WEAK pid_t getpgrp(void) {
  return getpid();
}

WEAK pid_t getpgid(pid_t process) {
  return process == 0 || process == getpid() ? getpid() : refuse(ESRCH);
}

WEAK int setpgid(pid_t process, pid_t group) {
  (void)group;
  return process == 0 || process == getpid() ? 0 : refuse(ESRCH);
}

WEAK pid_t getsid(pid_t process) {
  return getpgid(process);
}

WEAK pid_t setsid(void) {
  return refuse(EPERM);
}

WEAK pid_t tcgetpgrp(int descriptor) {
  return isatty(descriptor) ? getpid() : refuse(ENOTTY);
}

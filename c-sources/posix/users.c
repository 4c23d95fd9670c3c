/* The user that runs the command, and the machine's name. */
#include "posix.h"
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_BYTES = 1024 };

static const char *text_of(enum host_text which, char *to) {
  if (ffi_hook_text(which, to, TEXT_BYTES) > TEXT_BYTES) {
    to[0] = '\0';
  }
  return to;
}

WEAK uid_t getuid(void) {
  return ffi_hook_number(HOST_NUMBER_USER);
}

WEAK uid_t geteuid(void) {
  return ffi_hook_number(HOST_NUMBER_EFFECTIVE_USER);
}

WEAK gid_t getgid(void) {
  return ffi_hook_number(HOST_NUMBER_GROUP);
}

WEAK gid_t getegid(void) {
  return ffi_hook_number(HOST_NUMBER_EFFECTIVE_GROUP);
}

WEAK int getgroups(int count, gid_t groups[]) {
  uint32_t location = take_location();
  gid_t group = getgid();
  if (count < 0) {
    return refuse(EINVAL);
  }
  if (count > 0) {
    hand_over(groups, &group, sizeof group, location);
  }
  return 1;
}

/* The user of the program does not change. */
static int only(uint32_t wanted, uint32_t is) {
  return wanted == is ? 0 : refuse(EPERM);
}

WEAK int setuid(uid_t user) {
  return only(user, getuid());
}

WEAK int seteuid(uid_t user) {
  return only(user, geteuid());
}

WEAK int setgid(gid_t group) {
  return only(group, getgid());
}

WEAK int setegid(gid_t group) {
  return only(group, getegid());
}

static struct passwd *myself(void) {
  static char name[TEXT_BYTES], folder[TEXT_BYTES], shell[TEXT_BYTES];
  static char secret[] = "x";
  static struct passwd entry;
  entry = (struct passwd){(char *)text_of(HOST_TEXT_USER_NAME, name),
                          secret,
                          getuid(),
                          getgid(),
                          name,
                          (char *)text_of(HOST_TEXT_HOME, folder),
                          (char *)text_of(HOST_TEXT_SHELL, shell)};
  return &entry;
}

/* Of the others nothing is known. */
WEAK struct passwd *getpwuid(uid_t user) {
  return user == getuid() ? myself() : NULL;
}

WEAK struct passwd *getpwnam(const char *name) {
  check_text(name, take_location());
  struct passwd *entry = myself();
  return strcmp(entry->pw_name, name) == 0 ? entry : NULL;
}

/* The first group of a user has the user's name. */
static struct group *my_group(void) {
  static char name[TEXT_BYTES];
  static char secret[] = "x";
  static char *members[] = {NULL};
  static struct group entry;
  entry = (struct group){(char *)text_of(HOST_TEXT_USER_NAME, name), secret, getgid(), members};
  return &entry;
}

WEAK struct group *getgrgid(gid_t group) {
  return group == getgid() ? my_group() : NULL;
}

WEAK struct group *getgrnam(const char *name) {
  check_text(name, take_location());
  struct group *entry = my_group();
  return strcmp(entry->gr_name, name) == 0 ? entry : NULL;
}

WEAK char *getlogin(void) {
  return myself()->pw_name;
}

WEAK int getlogin_r(char *to, size_t bytes) {
  uint32_t location = take_location();
  return hand_over_text(to, bytes, myself()->pw_name, location);
}

WEAK int gethostname(char *to, size_t bytes) {
  uint32_t location = take_location();
  char name[TEXT_BYTES];
  text_of(HOST_TEXT_HOST_NAME, name);
  return hand_over_text(to, bytes, name, location) == 0 ? 0 : refuse(ENAMETOOLONG);
}

/* What is typed is shown: there is no terminal to tell. */
WEAK char *getpass(const char *prompt) {
  static char line[TEXT_BYTES];
  check_text(prompt, take_location());
  fputs(prompt, stderr);
  if (fgets(line, sizeof line, stdin) == NULL) {
    return NULL;
  }
  line[strcspn(line, "\n")] = '\0';
  return line;
}

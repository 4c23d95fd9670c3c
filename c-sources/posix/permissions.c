/* Who may do what with a file. A program may do with its own files what it likes, and no other program sees them. */
#include "posix.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

WEAK mode_t umask(mode_t next) {
  static mode_t mask = 022;
  mode_t before = mask;
  mask = next & 0777;
  return before;
}

int __real_stat(const char *name, struct stat *to);
int __real_lstat(const char *name, struct stat *to);
int __real_fstat(int descriptor, struct stat *to);
int __real_fstatat(int folder, const char *name, struct stat *to, int flags);

enum { PERMISSIONS = (1 << PERMISSION_BITS) - 1, OF_A_FILE = 0644, OF_A_FOLDER = 0755 };

static int report(int result, struct stat *found, struct stat *to, uint32_t location) {
  if (result == 0) {
    mode_t said = (mode_t)found->st_dev & PERMISSIONS;
    found->st_dev >>= PERMISSION_BITS;
    found->st_mode |= said != 0 ? said : S_ISDIR(found->st_mode) ? OF_A_FOLDER : OF_A_FILE;
    found->st_uid = ffi_hook_number(HOST_NUMBER_USER);
    found->st_gid = ffi_hook_number(HOST_NUMBER_GROUP);
    hand_over(to, found, sizeof *found, location);
  }
  return result;
}

int __wrap_stat(const char *name, struct stat *to) {
  uint32_t location = take_location();
  struct stat found;
  check_text(name, location);
  return report(__real_stat(name, &found), &found, to, location);
}

int __wrap_lstat(const char *name, struct stat *to) {
  uint32_t location = take_location();
  struct stat found;
  check_text(name, location);
  return report(__real_lstat(name, &found), &found, to, location);
}

int __wrap_fstat(int descriptor, struct stat *to) {
  uint32_t location = take_location();
  struct stat found;
  return report(__real_fstat(descriptor, &found), &found, to, location);
}

int __wrap_fstatat(int folder, const char *name, struct stat *to, int flags) {
  uint32_t location = take_location();
  struct stat found;
  check_text(name, location);
  return report(__real_fstatat(folder, name, &found, flags), &found, to, location);
}

static int is_there(const char *name, uint32_t location) {
  struct stat found;
  check_text(name, location);
  return __real_stat(name, &found);
}

static int is_open(int descriptor) {
  struct stat found;
  return __real_fstat(descriptor, &found);
}

WEAK int chown(const char *name, uid_t user, gid_t group) {
  (void)user;
  (void)group;
  return is_there(name, take_location());
}

WEAK int lchown(const char *name, uid_t user, gid_t group) {
  return chown(name, user, group);
}

WEAK int fchown(int descriptor, uid_t user, gid_t group) {
  (void)user;
  (void)group;
  return is_open(descriptor);
}

int __wrap_chmod(const char *name, mode_t mode) {
  (void)mode;
  return is_there(name, take_location());
}

int __wrap_fchmod(int descriptor, mode_t mode) {
  (void)mode;
  return is_open(descriptor);
}

WEAK int mkfifo(const char *name, mode_t mode) {
  (void)mode;
  check_text(name, take_location());
  return refuse(ENOSYS);
}

WEAK int mknod(const char *name, mode_t mode, dev_t device) {
  (void)device;
  return mkfifo(name, mode);
}

WEAK int chroot(const char *name) {
  return is_there(name, take_location()) == 0 ? refuse(EPERM) : -1;
}

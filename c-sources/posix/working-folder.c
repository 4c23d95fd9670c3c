/*
 * The folder that a program runs in. WASI has none, and its C library takes a path without a slash for one that begins at
 * the root; every function that is given a path asks here what it means. See `file-system.ts`.
 */
#include "posix.h"
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wasi/libc-environ.h>
#include <wasi/libc.h>
#include <wasi/libc-find-relpath.h>

static char folder[PATH_MAX] = "/";

/* Before main: what the C library allocates for this is not the program's. */
__attribute__((constructor(101))) static void find_folder(void) {
  ffi_hook_text(HOST_TEXT_WORKING_FOLDER, folder, sizeof folder);
  __wasilibc_ensure_environ();
  if (__wasilibc_register_preopened_fd(ROOT_DESCRIPTOR, "/") != 0) {
    abort();
  }
}

/* Appends the parts of a path, each after a slash; `..` takes the last one away. Returns the new length; 0 if there is no room. */
static uint32_t append(char *whole, uint32_t length, const char *path) {
  while (*path != '\0') {
    while (*path == '/') {
      path++;
    }
    uint32_t part = 0;
    while (path[part] != '\0' && path[part] != '/') {
      part++;
    }
    if (part == 2 && path[0] == '.' && path[1] == '.') {
      while (length > 0 && whole[--length] != '/') {
      }
    } else if (part > 1 || (part == 1 && path[0] != '.')) {
      if (length + part + 2 >= PATH_MAX) {
        return 0;
      }
      whole[length++] = '/';
      for (uint32_t i = 0; i < part; i++) {
        whole[length++] = path[i];
      }
    }
    path += part;
  }
  if (length == 0) {
    whole[length++] = '/';
  }
  return length;
}

/* Writes the whole path into PATH_MAX bytes, without `.` and `..`. Returns -1, and says why in errno, where there is none. */
static int whole_path(const char *path, char *whole) {
  uint32_t length = text_length(path);
  if (length == 0) {
    return refuse(ENOENT);
  }
  bool is_folder = path[length - 1] == '/';
  length = path[0] == '/' ? 0 : append(whole, 0, folder);
  if (length == 1) {
    length = 0;
  }
  length = append(whole, length, path);
  if (length == 0) {
    return refuse(ENAMETOOLONG);
  }
  if (is_folder && length > 1) {
    whole[length++] = '/';
  }
  whole[length] = '\0';
  return 0;
}

int __wasilibc_find_relpath_alloc(const char *path, const char **prefix, char **relative, size_t *room, int grows) {
  (void)room;
  (void)grows;
  /* A function that is given two paths needs both at once. */
  static char wholes[2][PATH_MAX];
  static uint32_t next = 0;
  char *whole = wholes[next++ % 2];
  return whole_path(path, whole) == 0 ? __wasilibc_find_abspath(whole, prefix, (const char **)relative) : -1;
}

WEAK int chdir(const char *path) {
  check_text(path, take_location());
  char whole[PATH_MAX];
  struct stat found;
  if (whole_path(path, whole) != 0 || stat(whole, &found) != 0) {
    return -1;
  }
  if (!S_ISDIR(found.st_mode)) {
    return refuse(ENOTDIR);
  }
  uint32_t length = append(folder, 0, whole);
  folder[length] = '\0';
  return 0;
}

WEAK char *getcwd(char *to, size_t bytes) {
  uint32_t location = ffi_location != 0 ? ffi_location : ffi_outer_location;
  uint32_t needed = text_length(folder) + 1;
  if (to == NULL) {
    to = malloc(bytes != 0 ? bytes : needed);
    if (to == NULL) {
      return NULL;
    }
    bytes = bytes != 0 ? bytes : needed;
  }
  if (bytes < needed) {
    errno = bytes == 0 ? EINVAL : ERANGE;
    return NULL;
  }
  hand_over(to, folder, needed, location);
  return to;
}

WEAK char *get_current_dir_name(void) {
  return getcwd(NULL, 0);
}

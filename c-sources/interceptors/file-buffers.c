/** Functions that fill or empty buffers from or to a file, beside those that the checker stands in front of. */
#include "checks.h"
#include "constants.h"
#include "definedness.h"
#include "faults.h"
#include "location.h"
#include "shadow.h"
#include <stddef.h>

/* What a function that got `allowed` of the `bytes` it was promised would have written: more, if that was filled. */
static int32_t finish_read(uint32_t to, uint32_t allowed, uint32_t bytes, int32_t got, uint32_t location) {
  if (got > 0) {
    values_written(to, (uint32_t)got);
  }
  if (allowed < bytes && got == (int32_t)allowed) {
    fault(FAULT_WRITE, to + allowed, bytes, location);
  }
  return got;
}

int32_t pread(int file, void *to, uint32_t bytes, int64_t at);
int32_t checked_pread(int file, uint32_t to, uint32_t bytes, int64_t at) {
  uint32_t location = take_location();
  uint32_t allowed = shadow_writable(to, bytes);
  return finish_read(to, allowed, bytes, pread(file, as_pointer(to), allowed, at), location);
}

int32_t pwrite(int file, const void *from, uint32_t bytes, int64_t at);
int32_t checked_pwrite(int file, uint32_t from, uint32_t bytes, int64_t at) {
  return pwrite(file, as_pointer(from), check_read(from, bytes, take_location()), at);
}

int32_t readlink(const char *path, char *to, uint32_t bytes);
int32_t checked_readlink(uint32_t path, uint32_t to, uint32_t bytes) {
  uint32_t location = take_location();
  uint32_t allowed = shadow_writable(to, bytes);
  return finish_read(to, allowed, bytes, readlink(as_pointer(path), as_pointer(to), allowed), location);
}

struct piece {
  uint32_t address;
  uint32_t bytes;
};

static bool check_pieces(uint32_t pieces, uint32_t count, bool writes, uint32_t location) {
  if (check_read(pieces, count * sizeof(struct piece), location) != count * sizeof(struct piece)) {
    return false;
  }
  const struct piece *each = as_pointer(pieces);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t allowed = writes ? check_write(each[i].address, each[i].bytes, location)
                              : check_read(each[i].address, each[i].bytes, location);
    if (allowed != each[i].bytes) {
      return false;
    }
    if (writes) {
      values_written(each[i].address, each[i].bytes);
    }
  }
  return true;
}

int32_t readv(int file, const void *pieces, int count);
int32_t checked_readv(int file, uint32_t pieces, int count) {
  return check_pieces(pieces, (uint32_t)count, true, take_location()) ? readv(file, as_pointer(pieces), count) : -1;
}

int32_t writev(int file, const void *pieces, int count);
int32_t checked_writev(int file, uint32_t pieces, int count) {
  return check_pieces(pieces, (uint32_t)count, false, take_location()) ? writev(file, as_pointer(pieces), count) : -1;
}

wchar_t *fgetws(wchar_t *to, int count, void *stream);
int feof(void *stream);
wchar_t *checked_fgetws(uint32_t to, int count, void *stream) {
  uint32_t location = take_location();
  if (count <= 0) {
    return fgetws(as_pointer(to), count, stream);
  }
  uint32_t bytes = (uint32_t)count * sizeof(wchar_t);
  uint32_t allowed = shadow_writable(to, bytes) / sizeof(wchar_t);
  if (allowed == 0) {
    fault(FAULT_WRITE, to, bytes, location);
    return NULL;
  }
  wchar_t *line = fgetws(as_pointer(to), (int)allowed, stream);
  if (line != NULL) {
    uint32_t length = 0;
    while (length < allowed && line[length] != 0) {
      length++;
    }
    values_written(to, (length + 1) * sizeof(wchar_t));
    if (allowed < (uint32_t)count && length + 1 == allowed && (length == 0 || line[length - 1] != L'\n') &&
        !feof(stream)) {
      fault(FAULT_WRITE, to + allowed * sizeof(wchar_t), bytes, location);
    }
  }
  return line;
}

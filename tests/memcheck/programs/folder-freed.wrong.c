// opendir's folder is closed with closedir.
#include <dirent.h>
#include <stdlib.h>

int main(void) {
  DIR *folder = opendir("/");
  if (folder == NULL) return 0;
  free(folder); // FFI007
  return 0;
}

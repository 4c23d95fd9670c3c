// strcat appends to what is there, and there was little room left.
#include <string.h>

int main(void) {
  char path[12] = "/usr/local";
  strcat(path, "/bin"); // FFI005
  return path[0] == '/' ? 0 : 1;
}

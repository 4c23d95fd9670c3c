// strcat appends to what is there, and there was little room left.
#include <string.h>

int main(void) {
  char path[24] = "/usr/local";
  strcat(path, "/bin");
  return path[0] == '/' ? 0 : 1;
}

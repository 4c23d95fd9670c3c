// strchr finds nothing in a text without what it looks for.
#include <stdio.h>
#include <string.h>

int main(void) {
  char setting[] = "verbose";
  char *mark = strchr(setting, '=');
  *mark = '\0'; // FFI001
  puts(setting);
  return 0;
}

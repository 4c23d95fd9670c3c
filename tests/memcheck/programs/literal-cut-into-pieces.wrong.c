// strtok writes a NUL where a piece ends.
#include <stdio.h>
#include <string.h>

int main(void) {
  char *days = "mon,tue,wed";
  for (char *day = strtok(days, ","); day != NULL; day = strtok(NULL, ",")) { // FFI005
    puts(day);
  }
  return 0;
}

// strtok writes a NUL where a piece ends: it is given a copy.
#include <stdio.h>
#include <string.h>

int main(void) {
  char days[] = "mon,tue,wed";
  for (char *day = strtok(days, ","); day != NULL; day = strtok(NULL, ",")) {
    puts(day);
  }
  return strtok(days + 8, ",") == days + 8 && strtok("one piece", ",") != NULL ? 0 : 1;
}

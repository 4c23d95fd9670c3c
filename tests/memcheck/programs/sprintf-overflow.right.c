// sprintf does not know how much room there is.
#include <stdio.h>

int main(void) {
  char label[24];
  sprintf(label, "%s-%d", "item", 123456);
  return label[0] == 'i' ? 0 : 1;
}

// Aligned memory ends where any other would.
#include <stdlib.h>

int main(void) {
  unsigned char *page = aligned_alloc(64, 128);
  if (page == NULL) return 1;
  for (int i = 0; i < 128; i++) page[i] = 0;
  free(page);
  return 0;
}

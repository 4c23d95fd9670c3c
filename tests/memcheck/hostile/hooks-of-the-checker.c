#include <stdint.h>
#include <stdlib.h>
void shadow_fill_many(uint32_t address, uint32_t bytes, uint8_t value);
void ffi_hook_main(void);
void ffi_list_written(void *list);
int main(void) {
  char *p = malloc(8);
  shadow_fill_many((uint32_t)(p + 8), 8, 0); // shadow_fill_many belongs to the checker
  ffi_hook_main();                           // ffi_hook_main belongs to the checker
  ffi_list_written(p);                       // main calls ffi_list_written, which belongs to the checker
  free(p);
  return 0;
}

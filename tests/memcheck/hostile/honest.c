#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
static jmp_buf back;
struct pool {
  va_list list;
  _Atomic int count;
};
static int checked_add(int a, int b) { return a + b; }
static void fault(const char *text) { puts(text); }
size_t strlcpy(char *to, const char *from, size_t n) { return (size_t)snprintf(to, n, "%s", from); }
static int sum(int n, ...) {
  struct pool pool, *p = &pool;
  va_list copy;
  va_start(p->list, n);
  va_copy(copy, p->list);
  int total = 0;
  for (int i = 0; i < n; i++) total = checked_add(total, va_arg(copy, int));
  va_end(copy);
  va_end(p->list);
  return total;
}
__attribute__((constructor)) static void early(void) { puts("early"); }
static inline __attribute__((always_inline)) int twice(int n) { return 2 * n; }
int main(void) {
  char name[16], folder[256];
  strlcpy(name, "text", sizeof name);
  __asm__ volatile("" ::: "memory");
  if (setjmp(back) == 0) longjmp(back, 1);
  signal(SIGINT, SIG_IGN);
  char *whole = strdup(getcwd(folder, sizeof folder) ? name : "");
  if (isnan(sqrt(-1.0 * twice(1))) && wcslen(L"ab") == 2 && sum(2, 1, 2) == 3) fault(whole);
  free(whole);
  return 0;
}

__attribute__((weak)) char weak[4];
_Thread_local char own[4];
static char plain[4];
int main(int argc, char **argv) {
  (void)argv;
  int after = argc + 3;
  weak[after] = 1; // No redzone can stand around weak, which is weak or a thread's own
  own[after] = 1; // No redzone can stand around own, which is weak or a thread's own
  plain[after - 1] = 1;
  return 0;
}

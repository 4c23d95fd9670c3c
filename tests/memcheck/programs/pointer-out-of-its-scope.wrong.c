// The variable is gone at the end of its block; the pointer is not.
int main(int argc, char **argv) {
  (void)argv;
  int *last = &argc;
  for (int i = 0; i < 3; i++) {
    int square = i * i;
    last = &square;
  }
  return *last == 4 ? 0 : 1; // FFI004
}

// The variable is gone at the end of its block; the pointer is not.
int main(int argc, char **argv) {
  (void)argv;
  int *last = &argc;
  int square;
  for (int i = 0; i < 3; i++) {
    square = i * i;
    last = &square;
  }
  return *last == 4 ? 0 : 1;
}

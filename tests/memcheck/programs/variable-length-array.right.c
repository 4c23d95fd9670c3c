// An array of variable length, and an index as long as it is.
static int sum(int count) {
  int values[count];
  for (int i = 0; i < count; i++) values[i] = i;
  return values[count - 1];
}

int main(int argc, char **argv) {
  (void)argv;
  return sum(argc + 4) == 4 ? 0 : 1;
}

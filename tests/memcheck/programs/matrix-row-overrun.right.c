// The last row's last column plus one.
#include <string.h>

static int board[8][8];

static void mark(int row, int column) {
  board[row][column] = 1;
}

int main(int argc, char **argv) {
  (void)argv;
  mark(argc + 6, argc + 6);
  return 0;
}

// A constructor that fails, and a caller that goes on.
#include <stdlib.h>

struct account {
  char name[24];
  int balance;
};

static struct account *open_account(int deposit) {
  if (deposit < 10) return NULL;
  struct account *account = calloc(1, sizeof *account);
  return account;
}

int main(void) {
  struct account *account = open_account(5);
  account->balance = 5; // FFI001
  free(account);
  return 0;
}

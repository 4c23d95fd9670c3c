// A tree ends somewhere.
#include <stdio.h>

struct node {
  int value;
  struct node *left;
};

static int smallest(const struct node *node) {
  while (node->left != NULL) node = node->left;
  return node->value;
}

int main(void) {
  struct node leaf = {1, NULL};
  struct node root = {5, &leaf};
  printf("%d\n", smallest(&root));
  return 0;
}

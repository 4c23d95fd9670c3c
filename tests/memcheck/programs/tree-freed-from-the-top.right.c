// A node is freed before its children are asked for.
#include <stdlib.h>

struct tree {
  struct tree *left, *right;
};

static struct tree *make(int depth) {
  struct tree *tree = malloc(sizeof *tree);
  if (tree == NULL) exit(1);
  tree->left = depth > 0 ? make(depth - 1) : NULL;
  tree->right = depth > 0 ? make(depth - 1) : NULL;
  return tree;
}

static void destroy(struct tree *tree) {
  if (tree == NULL) return;
  destroy(tree->left);
  destroy(tree->right);
  free(tree);
}

int main(void) {
  destroy(make(2));
  return 0;
}

// The new node's link was never set.
#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

int main(void) {
  struct node *node = malloc(sizeof *node);
  if (node == NULL) return 1;
  node->value = 4;
  node->next = NULL;
  puts(node->next == NULL ? "one node" : "more nodes");
  free(node);
  return 0;
}

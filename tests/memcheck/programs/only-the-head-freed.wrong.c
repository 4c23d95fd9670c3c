// Freeing a list's head loses the rest.
#include <stdlib.h>

struct node {
  struct node *next;
};

int main(void) {
  struct node *head = NULL;
  for (int i = 0; i < 4; i++) {
    struct node *node = malloc(sizeof *node); // FFI002
    if (node == NULL) return 1;
    node->next = head;
    head = node;
  }
  free(head);
  head = NULL;
  return 0;
}

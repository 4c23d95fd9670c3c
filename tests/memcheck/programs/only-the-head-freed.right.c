// Freeing a list's head loses the rest.
#include <stdlib.h>

struct node {
  struct node *next;
};

int main(void) {
  struct node *head = NULL;
  for (int i = 0; i < 4; i++) {
    struct node *node = malloc(sizeof *node);
    if (node == NULL) return 1;
    node->next = head;
    head = node;
  }
  while (head != NULL) {
    struct node *next = head->next;
    free(head);
    head = next;
  }
  return 0;
}

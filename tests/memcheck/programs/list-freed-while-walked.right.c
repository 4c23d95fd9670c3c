// The next node is asked of the one that was just freed.
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

static void free_list(struct node *head) {
  while (head != NULL) {
    struct node *next = head->next;
    free(head);
    head = next;
  }
}

int main(void) {
  struct node *head = NULL;
  for (int i = 0; i < 3; i++) {
    struct node *node = malloc(sizeof *node);
    if (node == NULL) return 1;
    node->value = i;
    node->next = head;
    head = node;
  }
  free_list(head);
  return 0;
}

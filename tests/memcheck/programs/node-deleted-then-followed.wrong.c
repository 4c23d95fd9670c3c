// Deleting from a list: what follows the node is asked for after the node is gone.
#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

static struct node *push(struct node *list, int value) {
  struct node *node = malloc(sizeof *node);
  if (node == NULL) abort();
  node->value = value;
  node->next = list;
  return node;
}

static struct node *delete_value(struct node *list, int value) {
  struct node **link = &list;
  while (*link != NULL && (*link)->value != value) link = &(*link)->next;
  struct node *gone = *link;
  if (gone == NULL) return list;
  free(gone);
  *link = gone->next; // FFI004
  return list;
}

int main(void) {
  struct node *list = push(push(push(NULL, 3), 2), 1);
  list = delete_value(list, 2);
  while (list != NULL) {
    printf("%d\n", list->value);
    list = delete_value(list, list->value);
  }
  return 0;
}

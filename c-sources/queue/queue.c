#include "queue.h"
#include <stdlib.h>
#include <string.h>

struct Queue {
  Message *first;
  Message *last;
  size_t length;
};

Message *create_message(int number, const char *text) {
  Message *message = calloc(1, sizeof *message);
  if (message == NULL) {
    return NULL;
  }
  message->number = number;
  if (text != NULL) {
    strncpy(message->text, text, MESSAGE_TEXT_BYTES - 1);
  }
  return message;
}

void free_message(Message *message) {
  free(message);
}

Queue *create_queue(void) {
  return calloc(1, sizeof(Queue));
}

void destroy_queue(Queue *queue) {
  if (queue == NULL) {
    return;
  }
  for (Message *message = queue->first; message != NULL;) {
    Message *next = message->next;
    free_message(message);
    message = next;
  }
  free(queue);
}

void push_message(Queue *queue, Message *message) {
  message->next = NULL;
  if (queue->last == NULL) {
    queue->first = message;
  } else {
    queue->last->next = message;
  }
  queue->last = message;
  queue->length++;
}

Message *pop_message(Queue *queue) {
  Message *message = queue->first;
  if (message == NULL) {
    return NULL;
  }
  queue->first = message->next;
  if (queue->first == NULL) {
    queue->last = NULL;
  }
  message->next = NULL;
  queue->length--;
  return message;
}

const Message *peek_message(const Queue *queue) {
  return queue->first;
}

size_t queue_length(const Queue *queue) {
  return queue->length;
}

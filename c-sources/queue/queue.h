/**
 * A small queue of messages that change hands: a push gives a message away, a pop hands it to the caller.
 *
 * The queue links the messages themselves, so that pushing needs no memory and cannot fail. Nothing here is thread-safe.
 */
#ifndef FFI_QUEUE_LIBRARY_H
#define FFI_QUEUE_LIBRARY_H

#include "ffi.h"
#include <stddef.h>

/** Bytes that a message has for its text, the NUL at its end included. */
#define MESSAGE_TEXT_BYTES 24

/** A message. Its owner may read and write it; while it is in a queue, the queue is its owner. */
typedef struct Message {
  /** The message behind it in a queue. Only the queue writes it. */
  struct Message *next;
  int number;
  /** Text, with a NUL at its end. */
  char text[MESSAGE_TEXT_BYTES];
} Message;

/** Messages in the order in which they were pushed. What is in this struct is the library's own. */
typedef struct Queue Queue;

/**
 * Makes a message with a copy of `text`, which may be NULL for none. Text that is too long is cut off. Returns NULL when
 * there is no memory. The caller releases the message with `free_message`, or gives it to a queue.
 */
FFI_OWNED(free_message) FFI_NULLABLE Message *create_message(int number, FFI_NULLABLE const char *text);

/** Releases a message that the caller owns. NULL is allowed and does nothing. */
void free_message(FFI_TAKEN FFI_NULLABLE Message *message);

/** Makes an empty queue. Returns NULL when there is no memory. The caller releases it with `destroy_queue`. */
FFI_OWNED(destroy_queue) FFI_NULLABLE Queue *create_queue(void);

/** Releases the queue and the messages that are left in it. NULL is allowed and does nothing. */
void destroy_queue(FFI_TAKEN FFI_NULLABLE Queue *queue);

/** Puts a message at the queue's end. The message is the queue's from here on: the caller does not touch it again. */
void push_message(Queue *queue, FFI_TAKEN Message *message);

/**
 * Takes the oldest message out of the queue. It is the caller's then, who releases it with `free_message` or pushes it
 * once more. Returns NULL when the queue is empty.
 */
FFI_OWNED(free_message) FFI_NULLABLE Message *pop_message(Queue *queue);

/** The oldest message, which stays in the queue and the queue's: good to be read until it is popped. NULL when there is none. */
FFI_BORROWED FFI_NULLABLE const Message *peek_message(const Queue *queue);

/** How many messages are in the queue. */
size_t queue_length(const Queue *queue);

#endif

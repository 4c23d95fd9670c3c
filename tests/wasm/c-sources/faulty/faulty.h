/** Wrong programs and their right twins: each function goes wrong or not by what it is given. */
#ifndef FAULTY_H
#define FAULTY_H

#include "ffi.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int heap_read(size_t bytes, int at);
int heap_write(size_t bytes, int at);
int heap_read_wide(size_t bytes, int at);
int heap_write_wide(size_t bytes, int at);
int global_read(int at);
int stack_write(int at);
int null_read(bool wrong);
int null_write(bool wrong);
int read_freed(bool wrong);
int read_freed_by_helper(bool wrong);
int read_moved(bool wrong);
void free_twice(bool wrong);
void free_interior(bool wrong);
void free_static(bool wrong);
void free_stack(bool wrong);
int copy_past(size_t bytes);
int copy_from_past(size_t bytes);
int copy_overlapping(int distance);
int move_past(size_t bytes);
int set_past(size_t bytes);
int compare_past(size_t bytes);
int find_past(size_t bytes);
int copy_struct_freed(bool wrong);
int length_unterminated(bool wrong);
int length_freed(bool wrong);
int compare_unterminated(bool wrong);
int compare_some_unterminated(size_t most);
int copy_string_small(size_t room);
int copy_some_small(size_t most);
int append_small(size_t room);
int append_some_small(size_t room);
int find_char_unterminated(bool wrong);
int find_last_unterminated(bool wrong);
int find_string_unterminated(bool wrong);
int duplicate_unterminated(bool wrong);
int through_pointer(int (*function)(int), int value);
/** The C library sorts, and calls back. */
int sort_words(size_t count, bool wrong);
/** Prints, by way of the C library, a text that may have been freed. */
int print_freed(bool wrong);

int read_after_return(bool wrong);
int read_after_scope(bool wrong);
int array_write(int at);
int variable_array_write(size_t count, int at);
/** Calls itself, by way of functions with arrays or without; a deep one uses up the stack. */
int recurse(int depth, bool arrays);

#endif

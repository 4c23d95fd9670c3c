/** Functions of the C library over texts, numbers and files: each goes wrong for some `n`. */
#ifndef TEXTUAL_H
#define TEXTUAL_H

#include "ffi.h"
#include <stddef.h>

int wide_length(size_t n);
int wide_copy(size_t n);
int wide_copy_some(size_t n);
int wide_append(size_t n);
int wide_compare(size_t n);
int wide_compare_some(size_t n);
int wide_find(size_t n);
int wide_memory_copy(size_t n);
int wide_memory_move(size_t n);
int wide_memory_set(size_t n);
int wide_memory_compare(size_t n);
int wide_overlap(size_t n);
int copy_to_end(size_t n);
int copy_bounded(size_t n);
int copy_until(size_t n);
int span(size_t n);
int span_without(size_t n);
int find_any(size_t n);
int number(size_t n);
int number_wide(size_t n);
int number_real(size_t n);
int number_simple(size_t n);
int print_small(size_t n);
int print_bounded(size_t n);
int print_real(size_t n);
int print_bound_too_large(size_t n);
int line_from_file(size_t n);
int bytes_from_file(size_t n);
int bytes_to_file(size_t n);
int sort_past(size_t n);
int search_past(size_t n);

#endif

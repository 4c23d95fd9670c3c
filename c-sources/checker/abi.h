/**
 * What the checker and its host have in common: numbers, layouts of records that the host reads, and the functions by
 * which they call each other. `npm run abi` writes `src/contract/checker-abi.ts` from this file, so it holds no more than
 * that: enumerations, constants and prototypes, a comment before each. Whatever number stands here stands nowhere else.
 *
 * Addresses and sizes are unsigned and in bytes. A location is a number of the library's own table; 0 where unknown.
 */
#ifndef CHECKER_ABI_H
#define CHECKER_ABI_H

#include <stdint.h>

/** What the checker has found. */
enum fault_kind {
  /* `address` is the first byte that may not be accessed, `bytes` the size of the whole access. */
  FAULT_READ = 1,
  FAULT_WRITE = 2,
  /* The block, and its size. */
  FAULT_DOUBLE_FREE = 3,
  /* The pointer, and 0. */
  FAULT_INVALID_FREE = 4,
  /* Where the string begins, and how many of its bytes may be read. */
  FAULT_UNTERMINATED_STRING = 5,
  /* The destination, and the size of the copy. */
  FAULT_OVERLAP = 6,
  /* Where the stack pointer would have gone, and 0. The program cannot go on: a trap follows. */
  FAULT_STACK_EXHAUSTED = 7,
};

/** Which function has made a block. */
enum allocator {
  BY_MALLOC = 1,
  BY_CALLOC = 2,
  BY_REALLOC = 3,
  /* `memalign` and `posix_memalign` too. */
  BY_ALIGNED_ALLOC = 4,
  /* `strndup` too. */
  BY_STRDUP = 5,
};

/** What forbids an address. */
enum why {
  WHY_ALLOWED = 0,
  /* Between blocks, or never handed out. */
  WHY_HEAP = 1,
  /* In a block that was released. */
  WHY_FREED = 2,
  /* After a global. */
  WHY_GLOBAL = 3,
  /* In a live frame, beside its variables. */
  WHY_STACK = 4,
  /* In the frame of a function that has returned. */
  WHY_AFTER_RETURN = 5,
  /* A variable of a block of code that has ended. */
  WHY_AFTER_SCOPE = 6,
  /* The null page, and what lies below the program's data. */
  WHY_NOTHING = 7,
  /* Past the end of memory. */
  WHY_BEYOND = 8,
};

/** Bytes of memory that one byte of the shadow speaks of. The shadow of an address is at `address / GRANULE`. */
#define GRANULE 8u

/**
 * What a byte of the shadow says of its granule when none of it may be accessed. 0: all of it may; 1 to 7: so many of
 * its first bytes may. The compiler's inline checks read it by the same rule, so none of this is ours to choose.
 */
enum shadow_value {
  /* Redzone of a block, or heap that was never handed out. */
  SHADOW_HEAP = 0xfa,
  /* In a block that was released. */
  SHADOW_FREED = 0xfd,
  /* After a global. */
  SHADOW_GLOBAL = 0xf9,
  /* In a frame: before its variables, between them, after them. */
  SHADOW_STACK_LEFT = 0xf1,
  SHADOW_STACK_MIDDLE = 0xf2,
  SHADOW_STACK_RIGHT = 0xf3,
  /* In a frame whose function has returned. */
  SHADOW_AFTER_RETURN = 0xf5,
  /* A variable whose block has ended. */
  SHADOW_AFTER_SCOPE = 0xf8,
  /* Around a variable-length array. */
  SHADOW_LEFT_OF_ARRAY = 0xca,
  SHADOW_RIGHT_OF_ARRAY = 0xcb,
  /* The null page and the shadow itself. */
  SHADOW_NOTHING = 0xfe,
};

/** The compiler's record of a global: where its words stand, and its size. The name is a NUL-terminated string. */
enum global_record {
  GLOBAL_RECORD_ADDRESS = 0,
  GLOBAL_RECORD_BYTES = 4,
  GLOBAL_RECORD_BYTES_WITH_REDZONE = 8,
  GLOBAL_RECORD_NAME = 12,
  /* The compiler says here how C++ begins it: in C always 0. A pass over the assembly writes one of `global_flag`. */
  GLOBAL_RECORD_FLAGS = 20,
  GLOBAL_RECORD_SIZE = 32,
};

enum global_flag {
  GLOBAL_FLAG_NONE = 0,
  /* It must not be written: it is `const`, or a text literal. */
  GLOBAL_FLAG_CONSTANT = 1,
};

/** The first words of a function's frame, which the compiler writes: where they stand. */
enum frame_record {
  FRAME_RECORD_MARK = 0,
  /* A text: which variables the frame has, and where. */
  FRAME_RECORD_DESCRIPTION = 4,
  /* The function's index in the table of functions. */
  FRAME_RECORD_FUNCTION = 8,
};

/** What the first word of a frame says. */
enum frame_mark {
  FRAME_MARK_LIVE = 0x41b58ab3,
  FRAME_MARK_RETURNED = 0x45e0360e,
};

/** For `ffi_set_quarantine`: what was freed is never handed out again, also when there is no memory left for want of it. */
#define NEVER_REUSE 0xffffffffu

/** For `ffi_fail_malloc`: every allocation fails from now on. */
#define FAIL_EVERY 0u

/** For `ffi_fail_malloc`: no allocation fails. */
#define FAIL_NONE 0xffffffffu

/** A block is live and may be accessed. `allocator` is one of `allocator`. */
void ffi_hook_allocated(uint32_t address, uint32_t bytes, uint32_t allocator, uint32_t location);

/** Asked before a live block is released. 0 refuses: then nothing happens to the block. */
uint32_t ffi_hook_release(uint32_t address, uint32_t location);

/** Something wrong is about to happen; the host may throw, and then it does not. `kind` is one of `fault_kind`. */
void ffi_hook_fault(uint32_t kind, uint32_t address, uint32_t bytes, uint32_t location);

/**
 * Sets how many bytes of freed memory, redzones included, are kept from reuse. 0: a block can be handed out at once. Where
 * an allocation would fail without it, all of that is given up at once, unless it is NEVER_REUSE.
 */
void ffi_set_quarantine(uint32_t bytes);

/** The handed-out address of the block that `address` lies in, live or in quarantine, redzones included; else 0. */
uint32_t ffi_block_base(uint32_t address);

/** The size asked for, of a block that `ffi_block_base` returned; 0 for anything else. */
uint32_t ffi_block_size(uint32_t block);

struct global;

/** The record of the global that `address` lies in, its redzone included (`global_record`); NULL when it lies in none. */
struct global *ffi_global_at(uint32_t address);

/**
 * For a host that C has called (a callback): the location C called from. Asking forgets it, so that what the host does
 * by itself from here on is not taken for C's doing.
 */
uint32_t ffi_take_location(void);

/**
 * After an exception has left C frames behind and the stack pointer is back where it was: forgets those frames, or their
 * redzones would accuse whatever uses that part of the stack next; and the location they were at.
 */
void ffi_forget_frames(uint32_t stack_pointer);

/** Why the byte at `address` may not be accessed (`why`). */
uint32_t ffi_why(uint32_t address);

/**
 * FAIL_EVERY, FAIL_NONE, or n: the nth allocation from now fails, and no other. Returns what was set before, with what
 * has been counted taken off: a host that allocates for itself meanwhile can put it back.
 */
uint32_t ffi_fail_malloc(uint32_t which);

/**
 * The first of these bytes that has not been written since its block was allocated; 0 when all were written, or when they
 * are not in one live block of the heap. Only aligned words of 4 bytes that lie wholly within the range are judged, so
 * ask for what is read as one value, and not for a struct with its padding.
 */
uint32_t ffi_uninitialised(uint32_t address, uint32_t bytes);

/* What only whole programs have. */
#ifdef FFI_FOLLOWS_VALUES

/** Of each bit of data, another says whether it was written: at the data's address xor this. */
#define DEFINEDNESS_XOR 0x10000000u

/** The bits of an address that count for that. No program has memory at or beyond this. */
#define DEFINEDNESS_MASK 0x3fffffffu

/** Where a value comes from that was not written, or where it was stored on its way: where the words stand. */
enum origin_record {
  /* The record before; NULL: it comes from here. */
  ORIGIN_RECORD_PREVIOUS = 0,
  ORIGIN_RECORD_LOCATION = 4,
  /* Of the block, or of the local variable. */
  ORIGIN_RECORD_ADDRESS = 8,
  /* Of the local variable; NULL for a block. */
  ORIGIN_RECORD_NAME = 12,
};

/** What a program may ask the host as a number. */
enum host_number {
  HOST_NUMBER_USER = 0,
  HOST_NUMBER_EFFECTIVE_USER = 1,
  HOST_NUMBER_GROUP = 2,
  HOST_NUMBER_EFFECTIVE_GROUP = 3,
  HOST_NUMBER_PARENT_PROCESS = 4,
};

/** What a program may ask the host as a text. */
enum host_text {
  HOST_TEXT_WORKING_FOLDER = 0,
  HOST_TEXT_USER_NAME = 1,
  HOST_TEXT_HOME = 2,
  HOST_TEXT_SHELL = 3,
  HOST_TEXT_HOST_NAME = 4,
  HOST_TEXT_PROGRAM_NAME = 5,
};

/** The descriptor of the whole file system: far from those that a program sees. */
#define ROOT_DESCRIPTOR 100000

/** WASI knows no permissions: the host says them in these bits of a device's number; 0 for a file of the program's own. */
#define PERMISSION_BITS 12

/** A value decides something that was not written. `origin`: see `origin_record`; `address`: where it was read, or 0. */
struct origin;
void ffi_hook_unwritten(const struct origin *origin, uint32_t address, uint32_t bytes, uint32_t location);

/** The program's main begins: before that the C library has allocated for itself. */
void ffi_hook_main(void);

/** `which` is one of `host_number`. 0 where the host does not know it. */
uint32_t ffi_hook_number(uint32_t which);

/**
 * Writes a text and its NUL to `to`; returns how many bytes that takes, and writes nothing if there are fewer. `which` is
 * one of `host_text`.
 */
uint32_t ffi_hook_text(uint32_t which, char *to, uint32_t bytes);

/** Lets a second descriptor stand for the same open file; -1 for the lowest that is free. Returns it, or a negative error. */
int32_t ffi_hook_duplicate(int32_t from, int32_t to);

#endif
#endif

// Written by `npm run abi` from c-sources/checker/abi.h: change that.

/** Bytes of memory that one byte of the shadow speaks of. The shadow of an address is at `address / GRANULE`. */
export const GRANULE = 8;

/** For `ffi_set_quarantine`: what was freed is never handed out again, also when there is no memory left for want of it. */
export const NEVER_REUSE = 0xffffffff;

/** For `ffi_fail_malloc`: every allocation fails from now on. */
export const FAIL_EVERY = 0;

/** For `ffi_fail_malloc`: no allocation fails. */
export const FAIL_NONE = 0xffffffff;

/** Of each bit of data, another says whether it was written: at the data's address xor this. */
export const DEFINEDNESS_XOR = 0x10000000;

/** The bits of an address that count for that. No program has memory at or beyond this. */
export const DEFINEDNESS_MASK = 0x3fffffff;

/** The descriptor of the whole file system: far from those that a program sees. */
export const ROOT_DESCRIPTOR = 100000;

/** WASI knows no permissions: the host says them in these bits of a device's number; 0 for a file of the program's own. */
export const PERMISSION_BITS = 12;

/** What the checker has found. */
export const FaultKind = {
  /** `address` is the first byte that may not be accessed, `bytes` the size of the whole access. */
  Read: 1,
  Write: 2,
  /** The block, and its size. */
  DoubleFree: 3,
  /** The pointer, and 0. */
  InvalidFree: 4,
  /** Where the string begins, and how many of its bytes may be read. */
  UnterminatedString: 5,
  /** The destination, and the size of the copy. */
  Overlap: 6,
  /** Where the stack pointer would have gone, and 0. The program cannot go on: a trap follows. */
  StackExhausted: 7,
} as const;

/** Which function has made a block. */
export const Allocator = {
  Malloc: 1,
  Calloc: 2,
  Realloc: 3,
  /** `memalign` and `posix_memalign` too. */
  AlignedAlloc: 4,
  /** `strndup` too. */
  Strdup: 5,
} as const;

/** What forbids an address. */
export const Why = {
  Allowed: 0,
  /** Between blocks, or never handed out. */
  Heap: 1,
  /** In a block that was released. */
  Freed: 2,
  /** After a global. */
  Global: 3,
  /** In a live frame, beside its variables. */
  Stack: 4,
  /** In the frame of a function that has returned. */
  AfterReturn: 5,
  /** A variable of a block of code that has ended. */
  AfterScope: 6,
  /** The null page, and what lies below the program's data. */
  Nothing: 7,
  /** Past the end of memory. */
  Beyond: 8,
} as const;

/**
 * What a byte of the shadow says of its granule when none of it may be accessed. 0: all of it may; 1 to 7: so many of
 * its first bytes may. The compiler's inline checks read it by the same rule, so none of this is ours to choose.
 */
export const ShadowValue = {
  /** Redzone of a block, or heap that was never handed out. */
  Heap: 0xfa,
  /** In a block that was released. */
  Freed: 0xfd,
  /** After a global. */
  Global: 0xf9,
  /** In a frame: before its variables, between them, after them. */
  StackLeft: 0xf1,
  StackMiddle: 0xf2,
  StackRight: 0xf3,
  /** In a frame whose function has returned. */
  AfterReturn: 0xf5,
  /** A variable whose block has ended. */
  AfterScope: 0xf8,
  /** Around a variable-length array. */
  LeftOfArray: 0xca,
  RightOfArray: 0xcb,
  /** The null page and the shadow itself. */
  Nothing: 0xfe,
} as const;

/** The compiler's record of a global: where its words stand, and its size. The name is a NUL-terminated string. */
export const GlobalRecord = {
  Address: 0,
  Bytes: 4,
  BytesWithRedzone: 8,
  Name: 12,
  /** The compiler says here how C++ begins it: in C always 0. A pass over the assembly writes one of `global_flag`. */
  Flags: 20,
  Size: 32,
} as const;

export const GlobalFlag = {
  None: 0,
  /** It must not be written: it is `const`, or a text literal. */
  Constant: 1,
} as const;

/** The first words of a function's frame, which the compiler writes: where they stand. */
export const FrameRecord = {
  Mark: 0,
  /** A text: which variables the frame has, and where. */
  Description: 4,
  /** The function's index in the table of functions. */
  Function: 8,
} as const;

/** What the first word of a frame says. */
export const FrameMark = {
  Live: 0x41b58ab3,
  Returned: 0x45e0360e,
} as const;

/** Where a value comes from that was not written, or where it was stored on its way: where the words stand. */
export const OriginRecord = {
  /** The record before; NULL: it comes from here. */
  Previous: 0,
  Location: 4,
  /** Of the block, or of the local variable. */
  Address: 8,
  /** Of the local variable; NULL for a block. */
  Name: 12,
} as const;

/** What a program may ask the host as a number. */
export const HostNumber = {
  User: 0,
  EffectiveUser: 1,
  Group: 2,
  EffectiveGroup: 3,
  ParentProcess: 4,
} as const;

/** What a program may ask the host as a text. */
export const HostText = {
  WorkingFolder: 0,
  UserName: 1,
  Home: 2,
  Shell: 3,
  HostName: 4,
  ProgramName: 5,
} as const;

/** What a checked binary calls of its host. Numbers come as signed ones, addresses too. */
export interface CheckerImports {
  /** A block is live and may be accessed. `allocator` is one of `allocator`. */
  ffi_hook_allocated(address: number, bytes: number, allocator: number, location: number): void;
  /** Asked before a live block is released. 0 refuses: then nothing happens to the block. */
  ffi_hook_release(address: number, location: number): number;
  /** Something wrong is about to happen; the host may throw, and then it does not. `kind` is one of `fault_kind`. */
  ffi_hook_fault(kind: number, address: number, bytes: number, location: number): void;
}

/** Their names. */
export const CHECKER_IMPORTS = ["ffi_hook_allocated", "ffi_hook_release", "ffi_hook_fault"] as const;

/** What a whole program calls of its host beside those. */
export interface ProgramImports {
  /** A value decides something that was not written. `origin`: see `origin_record`; `address`: where it was read, or 0. */
  ffi_hook_unwritten(origin: number, address: number, bytes: number, location: number): void;
  /** The program's main begins: before that the C library has allocated for itself. */
  ffi_hook_main(): void;
  /** `which` is one of `host_number`. 0 where the host does not know it. */
  ffi_hook_number(which: number): number;
  /**
   * Writes a text and its NUL to `to`; returns how many bytes that takes, and writes nothing if there are fewer. `which` is
   * one of `host_text`.
   */
  ffi_hook_text(which: number, to: number, bytes: number): number;
  /** Lets a second descriptor stand for the same open file; -1 for the lowest that is free. Returns it, or a negative error. */
  ffi_hook_duplicate(from: number, to: number): number;
}

/** Their names. */
export const PROGRAM_IMPORTS = [
  "ffi_hook_unwritten",
  "ffi_hook_main",
  "ffi_hook_number",
  "ffi_hook_text",
  "ffi_hook_duplicate",
] as const;

/** What of a checked binary its host may call. Results are signed numbers, addresses too. */
export interface CheckerExports {
  /**
   * Sets how many bytes of freed memory, redzones included, are kept from reuse. 0: a block can be handed out at once. Where
   * an allocation would fail without it, all of that is given up at once, unless it is NEVER_REUSE.
   */
  ffi_set_quarantine(bytes: number): void;
  /** The handed-out address of the block that `address` lies in, live or in quarantine, redzones included; else 0. */
  ffi_block_base(address: number): number;
  /** The size asked for, of a block that `ffi_block_base` returned; 0 for anything else. */
  ffi_block_size(block: number): number;
  /** The record of the global that `address` lies in, its redzone included (`global_record`); NULL when it lies in none. */
  ffi_global_at(address: number): number;
  /**
   * For a host that C has called (a callback): the location C called from. Asking forgets it, so that what the host does
   * by itself from here on is not taken for C's doing.
   */
  ffi_take_location(): number;
  /**
   * After an exception has left C frames behind and the stack pointer is back where it was: forgets those frames, or their
   * redzones would accuse whatever uses that part of the stack next; and the location they were at.
   */
  ffi_forget_frames(stackPointer: number): void;
  /** Why the byte at `address` may not be accessed (`why`). */
  ffi_why(address: number): number;
  /**
   * FAIL_EVERY, FAIL_NONE, or n: the nth allocation from now fails, and no other. Returns what was set before, with what
   * has been counted taken off: a host that allocates for itself meanwhile can put it back.
   */
  ffi_fail_malloc(which: number): number;
  /**
   * The first of these bytes that has not been written since its block was allocated; 0 when all were written, or when they
   * are not in one live block of the heap. Only aligned words of 4 bytes that lie wholly within the range are judged, so
   * ask for what is read as one value, and not for a struct with its padding.
   */
  ffi_uninitialised(address: number, bytes: number): number;
}

/** Their names. */
export const CHECKER_EXPORTS = [
  "ffi_set_quarantine",
  "ffi_block_base",
  "ffi_block_size",
  "ffi_global_at",
  "ffi_take_location",
  "ffi_forget_frames",
  "ffi_why",
  "ffi_fail_malloc",
  "ffi_uninitialised",
] as const;

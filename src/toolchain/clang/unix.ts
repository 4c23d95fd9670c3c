/** Where the compiler finds the headers, before those of WASI's C library, which they complete. */
export const UNIX_HEADER_FLAGS = ["-isystem", "/ffi/include"];

/** Parts of a Unix C library that WASI's has only for programs that say so; `UNIX_LIBRARIES` has their code. */
export const EMULATED = ["SIGNAL", "PROCESS_CLOCKS", "MMAN", "GETPID"].map((name) => `-D_WASI_EMULATED_${name}`);

/** Parts of a Unix C library that WASI's keeps apart. Programs are compiled to expect them (`EMULATED`). */
export const UNIX_LIBRARIES = [
  ...["c-printscan-long-double", "wasi-emulated-signal", "wasi-emulated-process-clocks", "wasi-emulated-mman"],
  ...["wasi-emulated-getpid", "setjmp"],
];

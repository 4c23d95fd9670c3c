/**
 * The twenty faults, by their codes. A code is never given to another fault: programs, receipts and links keep it.
 *
 * `name` is the field's own word for the fault; `title` is a sentence fragment that begins a report.
 */
export const FAULTS = {
  FFI001: { name: "null-dereference", title: "A null pointer was used as if it pointed at memory" },
  FFI002: { name: "leak", title: "Memory was never released" },
  FFI003: { name: "double-free", title: "Memory was released twice" },
  FFI004: { name: "use-after-free", title: "Memory was used after it had been released" },
  FFI005: { name: "out-of-bounds", title: "Memory was read or written where it must not be" },
  FFI006: { name: "invalid-free", title: "Something that did not come from an allocator was released" },
  FFI007: { name: "wrong-deallocator", title: "Memory was released by the wrong function" },
  FFI008: { name: "freed-borrowed", title: "Borrowed memory was released: the library still owns it" },
  FFI009: { name: "use-after-transfer", title: "Memory was used after it had been handed over" },
  FFI010: { name: "unterminated-string", title: "A C string has no NUL at its end" },
  FFI011: { name: "invalid-utf8", title: "Bytes that are not UTF-8 were read as text" },
  FFI012: { name: "stale-view", title: "A view was used after the memory behind it had moved" },
  FFI013: { name: "dangling-callback", title: "C called a callback that had been closed" },
  FFI014: { name: "signature-mismatch", title: "A function was declared unlike its C prototype" },
  FFI015: { name: "exception-through-C", title: "An exception was thrown through C" },
  FFI016: { name: "uninitialised-read", title: "Memory was read before anything was written to it" },
  FFI017: { name: "foreign-pointer", title: "A pointer of one library was given to another" },
  FFI018: { name: "concurrent-use", title: "A handle that is not thread-safe was used by two tasks at once" },
  FFI019: { name: "integer-out-of-range", title: "A number does not fit its C type" },
  FFI020: { name: "callback-leak", title: "A callback was still registered at the end" },
} as const;

export type FaultCode = keyof typeof FAULTS;
export type FaultName = (typeof FAULTS)[FaultCode]["name"];

export const FAULT_CODES = Object.keys(FAULTS) as FaultCode[];

/** The number a trace carries for a fault: 4 for FFI004. */
export const faultNumber = (code: FaultCode): number => Number(code.slice(3));

/** The code for a trace's number, or undefined when the number names no fault. */
export const faultCode = (number: number): FaultCode | undefined => FAULT_CODES[number - 1];

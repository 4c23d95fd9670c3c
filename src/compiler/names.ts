/** The name under which a compiled program has its runtime: the module `"ffi"`, the current source span, and what it calls. */
export const RUNTIME = "__ffi";

/** The constant by which an async function, or the module, knows its own task. */
export const TASK = "__ffiTask";

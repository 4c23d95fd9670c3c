import type { CallPlan } from "./call-plan.ts";

/** An exception has skipped C's own epilogues: its stack pointer is put back for it, and the checker forgets those frames. */
export function forgetFrames({ space, stackRestore }: CallPlan, stack: number, site: number): void {
  stackRestore(stack);
  space.call("ffi_forget_frames", stack);
  space.runtime.crossings.pop();
  space.runtime.site = site;
}

/** What to throw for an exception that has ended a call. An access beyond all memory is where no check of the checker's own can look. */
export function causeOf(error: unknown, { space, name }: CallPlan, faultsBefore: number): unknown {
  const isWild = error instanceof WebAssembly.RuntimeError && /out of bounds/i.test(error.message);
  if (!isWild || space.runtime.faults > faultsBefore) return error;
  return space.runtime.fault("FFI005", space, null, { act: "read", function: name });
}

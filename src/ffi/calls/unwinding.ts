import type { CallPlan } from "./call-plan.ts";
import { wrongReleaseFault } from "../watching/classify-fault.ts";
import type { Crossing } from "../crossing.ts";

/** An exception has skipped C's own epilogues: its stack pointer is put back for it, and the checker forgets those frames. */
export function forgetFrames({ space, stackRestore }: CallPlan, stack: number, span: number): void {
  stackRestore(stack);
  space.call("ffi_forget_frames", stack);
  if (space.requestedFailure.pending) space.requestedFailure.review(span);
  space.runtime.crossings.pop();
  space.runtime.span = span;
}

/**
 * What to throw for an exception that has ended a call. Where C has trapped after a fault, that fault is why; an access
 * beyond all memory is where no check of the checker's own can look.
 */
export function causeOf(error: unknown, { space, name }: CallPlan, faultsBefore: number, crossing?: Crossing): unknown {
  const { runtime } = space;
  if (!(error instanceof WebAssembly.RuntimeError)) return error;
  if (runtime.faults.count > faultsBefore) return runtime.faults.latest ?? error;
  if (crossing?.wrongRelease) return wrongReleaseFault(space, crossing, crossing.wrongRelease, 0);
  if (!/out of bounds/i.test(error.message)) return error;
  const access = { side: "c", act: "read", function: name, address: 0, bytes: 0, offset: 0 } as const;
  return runtime.faults.report({ code: "FFI005", what: "access", ...access }, space, null);
}

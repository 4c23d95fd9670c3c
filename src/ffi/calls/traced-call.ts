import { EventKind, Owner } from "../../trace/format.ts";
import type { CallNotes } from "./arguments.ts";
import { convertArguments, requireCallable, type CallPlan } from "./call-plan.ts";
import { callSamples } from "./call-samples.ts";
import { wrongReleaseFault } from "../watching/classify-fault.ts";
import { copyOut } from "./copy-buffer.ts";
import { handleParameters, useHandle } from "../watching/handle-uses.ts";
import { plainType } from "../types/native-types.ts";
import { recorder, recorders } from "./record-value.ts";
import type { Crossing } from "../crossing.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { tracedScalarCall } from "./traced-scalar-call.ts";
import { causeOf, forgetFrames } from "./unwinding.ts";

type Bindable = (...args: unknown[]) => unknown;

/** A call of a checked build: every argument and result is in the trace, and ownership follows the C header. */
export function tracedCall(plan: CallPlan): Bindable {
  const watched = watchedCall(plan);
  return plan.scalars === null || remembers(plan) ? watched : tracedScalarCall(plan, plan.scalars, watched);
}

/** Whether the function begins or ends a callback's registration. */
const remembers = ({ actual }: CallPlan): boolean => actual.registers !== undefined || actual.unregisters !== undefined;

function watchedCall(plan: CallPlan): Bindable {
  const { space, watch, name, count, definition, structs, toResult, call, stackSave, stackRestore } = plan;
  const { runtime } = space;
  const { trace, crossings } = runtime;
  const { parameters, result: returned } = plan.actual;
  const record = recorders(
    space,
    definition.parameters.map(plainType),
    parameters.map(({ type }) => type),
  );
  const recordResult = recorder(space, plainType(definition.result), returned);
  const samples = callSamples(plan);
  const hidden = plan.resultBytes > 0 ? 1 : 0;
  const registers = remembers(plan);
  const handles = handleParameters(plan.actual);
  // A string's id is its place among the strings used, so it is asked for at the first call and not before.
  let nameId = 0;

  return (...args) => {
    requireCallable(plan, args.length);
    const { span } = runtime;
    // What C gets and what the trace says are the same: the program's object may answer otherwise when it is asked again.
    if (structs !== null) {
      structs.own(args);
      runtime.span = span;
    }
    const notes = plan.notes();
    const stack = stackSave();
    let raw: (number | bigint)[];
    try {
      raw = convertArguments(plan, args, notes);
    } catch (error) {
      stackRestore(stack);
      copyBack(space, notes);
      throw error;
    }
    samples?.before(args, raw);
    for (const index of handles) useHandle(space, name, args[index]);
    const values = trace.valueOffset;
    trace.count(count);
    for (let i = 0; i < count; i += 1) record[i]!(args[i], raw[i + hidden]!);
    const enclosing = crossings.at(-1);
    const outer = enclosing ? enclosing.event + 1 : 0;
    const event = trace.event(EventKind.Call, span, 0, space.id, (nameId ||= trace.string(name)), values, outer);
    const crossing: Crossing = {
      event,
      library: space.id,
      function: name,
      span,
      isCallback: false,
      borrowedBeingFreed: notes.borrowedBeingFreed,
      stale: notes.stale,
      unreleased: null,
      handles: notes.handles,
      wrongRelease: notes.wrongRelease,
    };
    crossings.push(crossing);
    const faultsBefore = runtime.faults.count;
    let result: number | bigint;
    try {
      result = call(raw);
    } catch (error) {
      forgetFrames(plan, stack, span);
      samples?.after(args, raw);
      copyBack(space, notes);
      const cause = causeOf(error, plan, faultsBefore, crossing);
      trace.event(EventKind.Unwind, span, 0, event, notes.bytesCopied);
      throw cause;
    }
    // Other memory may stand behind the views now.
    void space.bytes;
    if (space.requestedFailure.pending) space.requestedFailure.review(span);
    crossings.pop();
    runtime.span = span;
    samples?.after(args, raw);
    if (notes.copies.length > 0) copyBack(space, notes);
    if (crossing.borrowedBeingFreed || notes.taken.length > 0 || notes.kept.length > 0)
      afterCall(plan, crossing, notes);
    if (registers) watch.registrations.afterCall(plan.actual, raw, result, notes.kept);
    if (watch.isDue) watch.review(span);
    const from = hidden > 0 ? raw[0]! : result;
    const value = toResult(from);
    samples?.result(value);
    if (plan.usesStack) stackRestore(stack);
    const at = trace.valueOffset;
    recordResult(value, from);
    trace.event(EventKind.Return, span, 0, event, notes.bytesCopied, at);
    runtime.releaseException();
    return value;
  };
}

function copyBack(space: AddressSpace, notes: CallNotes): void {
  for (const copy of notes.copies) {
    copyOut(space, copy);
    notes.bytesCopied += copy.byteLength;
  }
}

/** Carries out what the header says about the arguments, now that the call is over. */
function afterCall({ space, watch, name, actual }: CallPlan, crossing: Crossing, notes: CallNotes): void {
  const { runtime } = space;
  if (crossing.borrowedBeingFreed) {
    const { borrowedBeingFreed } = crossing;
    const { address, borrowedFrom: lender } = borrowedBeingFreed;
    runtime.faults.report({ code: "FFI008", function: name, address, lender }, space, borrowedBeingFreed);
  }
  const { wrongRelease } = crossing;
  if (wrongRelease?.code === "FFI007" && !wrongRelease.block.freed && crossing.unreleased !== wrongRelease.block) {
    wrongReleaseFault(space, crossing, wrongRelease, 0);
    return;
  }
  // The C library's own functions keep nothing: they have released it, or could not. A realloc that finds no memory has
  // left the block as it was, and the program's.
  const keeps = actual.definition !== null;
  for (const block of notes.taken) {
    if (keeps && !block.freed && crossing.unreleased !== block) space.blocks.own(block, Owner.C, name);
  }
  for (const block of notes.kept) {
    watch.kept.keep(block, name, crossing.span);
  }
}

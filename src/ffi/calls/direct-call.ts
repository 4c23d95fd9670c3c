import type { LibraryDescription } from "../../contract/description.ts";
import { convertArguments, newNotes, requireCallable, type CallPlan } from "./call-plan.ts";
import { copyOut } from "./copy-buffer.ts";
import { directScalarCall } from "./direct-scalar-call.ts";
import { plainType } from "../types/native-types.ts";

type Bindable = (...args: unknown[]) => unknown;

/** A call of a fast build: converted, not watched. */
export function directCall(plan: CallPlan): Bindable {
  const call = unguardedCall(plan);
  return mayCallBack(plan.space.instance.description) ? guardedCall(plan, call) : call;
}

/** Whether a library takes functions, so that any call into it may call one of them. */
const mayCallBack = ({ functions, structs }: LibraryDescription): boolean =>
  functions.some(({ parameters }) => parameters.some(({ type }) => type.kind === "function")) ||
  structs.some(({ fields }) => fields.some(({ type }) => type.kind === "function"));

/** An exception of a callback waits until the outermost call has returned, as it does under the checker. */
function guardedCall({ space: { runtime } }: CallPlan, call: Bindable): Bindable {
  return (...args) => {
    runtime.unwatched += 1;
    let result: unknown;
    try {
      result = call(...args);
    } finally {
      runtime.unwatched -= 1;
    }
    runtime.releaseException();
    return result;
  };
}

function unguardedCall(plan: CallPlan): Bindable {
  const copies = plan.definition.parameters.some((type) => plainType(type) === "buffer");
  if (copies || plan.usesStack || plan.count > MOST_SPELT_OUT) return preparedCall(plan);
  const plain = plainCall(plan);
  return plan.scalars === null ? plain : directScalarCall(plan, plan.scalars, plain);
}

const MOST_SPELT_OUT = 3;

/** Nothing stands in C's memory for the call. Without an array of arguments, an engine can put the whole of it in line. */
function plainCall(plan: CallPlan): Bindable {
  const { space, toResult, wasm } = plan;
  const [first, second, third] = plan.convert;
  const none = newNotes();
  if (!first) {
    return function () {
      if (space.closed || arguments.length !== 0) requireCallable(plan, arguments.length);
      return toResult(wasm());
    };
  }
  if (!second) {
    return function (a) {
      if (space.closed || arguments.length !== 1) requireCallable(plan, arguments.length);
      return toResult(wasm(first(a, none)));
    };
  }
  if (!third) {
    return function (a, b) {
      if (space.closed || arguments.length !== 2) requireCallable(plan, arguments.length);
      return toResult(wasm(first(a, none), second(b, none)));
    };
  }
  return function (a, b, c) {
    if (space.closed || arguments.length !== 3) requireCallable(plan, arguments.length);
    return toResult(wasm(first(a, none), second(b, none), third(c, none)));
  };
}

/** Buffers or structs are copied to where C can read them, and the result from where C has left it. */
function preparedCall(plan: CallPlan): Bindable {
  const { space, toResult, call } = plan;
  return (...args) => {
    requireCallable(plan, args.length);
    const notes = plan.notes();
    const stack = plan.stackSave();
    try {
      const raw = convertArguments(plan, args, notes);
      const result = call(raw);
      return toResult(plan.resultBytes > 0 ? raw[0]! : result);
    } finally {
      plan.stackRestore(stack);
      for (const copy of notes.copies) copyOut(space, copy);
    }
  };
}

import { convertArguments, newNotes, requireCallable, type CallPlan } from "./call-plan.ts";
import { copyOut } from "./copy-buffer.ts";
import { plainType } from "./native-types.ts";

type Bindable = (...args: unknown[]) => unknown;

/** A call of a fast build: converted, not watched. */
export function directCall(plan: CallPlan): Bindable {
  const { space, convert, toResult, wasm } = plan;
  const copies = plan.definition.parameters.some((type) => plainType(type) === "buffer");
  const [first, second] = convert;
  if (!copies && !plan.usesStack && convert.length <= 2) {
    // Without an array of arguments, an engine can inline the whole call.
    const none = newNotes();
    if (!first) {
      return function () {
        requireCallable(plan, arguments.length);
        return toResult(wasm());
      };
    }
    if (!second) {
      return function (a) {
        requireCallable(plan, arguments.length);
        return toResult(wasm(first(a, none)));
      };
    }
    return function (a, b) {
      requireCallable(plan, arguments.length);
      return toResult(wasm(first(a, none), second(b, none)));
    };
  }
  return (...args) => {
    requireCallable(plan, args.length);
    const notes = newNotes();
    const stack = plan.stackSave();
    try {
      const raw = convertArguments(plan, args, notes);
      const result = wasm(...raw);
      return toResult(plan.resultBytes > 0 ? raw[0]! : result);
    } finally {
      plan.stackRestore(stack);
      for (const copy of notes.copies) copyOut(space, copy);
    }
  };
}

import { EventKind } from "../../trace/format.ts";
import { ValueTag } from "../../trace/values/encoding.ts";
import type { CallPlan } from "./call-plan.ts";
import { callSamples } from "./call-samples.ts";
import { plainType } from "../types/native-types.ts";
import type { Crossing } from "../crossing.ts";
import type { ScalarCheck } from "../types/scalar.ts";
import { causeOf, forgetFrames } from "./unwinding.ts";

type Bindable = (...args: unknown[]) => unknown;

const NOTHING: readonly never[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A traced call of numbers only. It leaves the trace that any other call leaves, without what numbers do not need: nothing is
 * copied, no block is lent or handed over, and C's stack holds nothing for it. `long` takes the calls whose arguments do not fit.
 */
export function tracedScalarCall(
  plan: CallPlan,
  { fits, result }: NonNullable<CallPlan["scalars"]>,
  long: Bindable,
): Bindable {
  const { space, watch, name, count, definition, stackSave } = plan;
  const wasm = plan.wasm as (...args: number[]) => number;
  const { runtime } = space;
  const { trace, crossings } = runtime;
  const samples = callSamples(plan);
  const [first, second, third] = fits as [ScalarCheck, ScalarCheck, ScalarCheck];
  const tag = tagOf(plainType(definition.result));
  let nameId = 0;
  // Outside of every call C's stack is always as high as it is now.
  const bottom = stackSave();
  const once: Mutable<Crossing> = {
    event: 0,
    library: space.id,
    function: name,
    span: 0,
    isCallback: false,
    borrowedBeingFreed: null,
    stale: 0,
    unreleased: null,
    handles: NOTHING,
    wrongRelease: null,
  };

  return function (a, b, c) {
    if (
      arguments.length !== count ||
      space.closed ||
      (count > 0 && !first(a)) ||
      (count > 1 && !second(b)) ||
      (count > 2 && !third(c))
    ) {
      // eslint-disable-next-line prefer-rest-params -- a rest parameter would be a list at every call
      return long(...arguments);
    }
    const [x, y, z] = [a as number, b as number, c as number];
    const { span } = runtime;
    const isOutermost = crossings.length === 0;
    const stack = isOutermost ? bottom : stackSave();
    samples?.before(NOTHING, NOTHING);
    const values = trace.valueOffset;
    trace.numbers(count, x, y, z);
    const outer = isOutermost ? 0 : crossings[crossings.length - 1]!.event + 1;
    const event = trace.event(EventKind.Call, span, 0, space.id, (nameId ||= trace.string(name)), values, outer);
    // The outermost one is not kept for longer than its call, so that one object serves them all.
    const crossing = isOutermost ? once : { ...once };
    crossing.event = event;
    crossing.span = span;
    crossing.borrowedBeingFreed = null;
    crossing.stale = 0;
    crossing.unreleased = null;
    crossings.push(crossing);
    const faultsBefore = runtime.faults.count;
    let raw: number;
    try {
      raw = count === 2 ? wasm(x, y) : count === 1 ? wasm(x) : count === 0 ? wasm() : wasm(x, y, z);
    } catch (error) {
      forgetFrames(plan, stack, span);
      const cause = causeOf(error, plan, faultsBefore);
      trace.event(EventKind.Unwind, span, 0, event);
      throw cause;
    }
    // Other memory may stand behind the views now.
    void space.bytes;
    if (space.requestedFailure.pending) space.requestedFailure.review(span);
    crossings.pop();
    runtime.span = span;
    if (watch.isDue) watch.review(span);
    const value = result(raw);
    samples?.result(undefined);
    const at = trace.valueOffset;
    trace.value(tag, Number(value ?? 0));
    trace.event(EventKind.Return, span, 0, event, 0, at);
    runtime.releaseException();
    return value;
  };
}

const tagOf = (type: unknown): ValueTag =>
  type === "void" ? ValueTag.Undefined : type === "bool" ? ValueTag.Boolean : ValueTag.Number;

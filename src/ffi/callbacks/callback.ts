import { CallbackChange, EventKind } from "../../trace/format.ts";
import { write } from "../../trace/values/encoding.ts";
import { ownCallbackDefinition, type CallbackDefinition } from "./callback-definition.ts";
import { callbackResult, zeroResult } from "./callback-result.ts";
import type { CallbackRecord } from "./callback-table.ts";
import { describe } from "../types/describe.ts";
import { ClosedError } from "../errors.ts";
import { hideConstructor } from "../language/hide-constructor.ts";
import type { Argument } from "../types/native-types.ts";
import { makePointer, PointerObject } from "../memory/pointer.ts";
import { recorders } from "../calls/record-value.ts";
import { resultConverter } from "../calls/results.ts";
import type { Crossing } from "../crossing.ts";
import { Scoped, scopeEnd } from "../language/scope.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { wasmFunction } from "./wasm-function.ts";
import type { Pointer } from "../types/pointer-type.ts";

/** The TypeScript function for a callback's signature. */
export type CallbackFunction<D> = D extends {
  readonly parameters: infer P extends readonly unknown[];
  readonly result: infer R;
}
  ? (...args: { -readonly [K in keyof P]: Argument<P[K]> }) => Argument<R>
  : never;

/**
 * A TypeScript function as C sees it. It has to live as long as C may call it: after its disposal a call is FFI013.
 * C knows nothing of the function's closure; that is what the `user_data` of C's interfaces is for.
 *
 * @example
 * import { dlopen } from "ffi";
 *
 * using callbacks = dlopen("callbacks", {
 *   register_callback: { parameters: ["function", "pointer"], result: "void" },
 *   process_items: { parameters: ["buffer", "usize"], result: "void" },
 *   unregister_callback: { parameters: [], result: "void" },
 * });
 * const seen: number[] = [];
 * using callback = callbacks.callback({ parameters: ["i32", "pointer"], result: "void" }, (value) => {
 *   seen.push(value);
 * });
 * callbacks.symbols.register_callback(callback.pointer, null);
 * callbacks.symbols.process_items(Int32Array.of(1, 2, 3), 3);
 * callbacks.symbols.unregister_callback(); // before the callback is closed, at the end of this scope
 * console.log(seen.length); // 3
 */
export interface Callback<D extends CallbackDefinition = CallbackDefinition> extends Disposable {
  /** A function pointer, to be passed where C wants one. */
  readonly pointer: Pointer;
  readonly definition: D;
}

/** Puts a function into C's table. @internal */
export function makeCallback<D extends CallbackDefinition>(
  space: AddressSpace,
  definition: D,
  fn: CallbackFunction<D>,
): Callback<D> {
  if (space.closed) throw new ClosedError(`callback was called after its library, ${space.name}, had been closed`);
  if (typeof fn !== "function") {
    throw new TypeError(`callback(definition, fn) takes a function, got ${describe(fn)}`);
  }
  const { parameters, result } = ownCallbackDefinition(definition);
  const call = fn as (...args: unknown[]) => unknown;
  const { runtime } = space;
  const table = space.instance.table;
  const index = table.grow(1);
  const record = space.callbacks.add(index, runtime.span);
  if (space.checked) runtime.trace.event(EventKind.Callback, runtime.span, 0, space.id, record.id, CallbackChange.Made);
  const toArgument = parameters.map((type) => resultConverter(space, type, null));
  const recordArgument = recorders(space, parameters);

  // Looked up once: in a fast build, which has none, looking takes longer than the call.
  const takeLocation = space.checked ? (space.exported("ffi_take_location") as (() => number) | null) : null;
  const enter = (...raw: (number | bigint)[]): number | bigint | undefined => {
    const outer = runtime.crossings.at(-1);
    const cLocation = takeLocation ? takeLocation() >>> 0 : 0;
    if (record.closed) {
      record.calledLate = true;
      const detail = { code: "FFI013", function: outer?.function ?? null, address: index } as const;
      runtime.faults.report(detail, space, null, { cLocation });
      return zeroResult(result);
    }
    const args = raw.map((value, i) => toArgument[i]!(value));
    if (!space.checked) return unwatched(args);
    const { trace } = runtime;
    if (space.requestedFailure.pending) space.requestedFailure.review(runtime.span);
    for (const value of args) {
      const block = PointerObject.is(value) ? PointerObject.block(value) : null;
      if (block) runtime.samples?.look(space, block, 0);
    }
    const values = trace.valueOffset;
    trace.count(args.length);
    args.forEach((value, i) => recordArgument[i]!(value, raw[i]!));
    const outerSpan = runtime.span;
    const event = trace.event(
      EventKind.CallbackEnter,
      record.span,
      cLocation,
      space.id,
      record.id,
      values,
      outer ? outer.event + 1 : 0,
    );
    const crossing: Crossing = {
      event,
      library: space.id,
      function: outer?.function ?? "callback",
      span: record.span,
      isCallback: true,
      borrowedBeingFreed: null,
      stale: 0,
      unreleased: null,
      handles: [],
      wrongRelease: null,
    };
    runtime.crossings.push(crossing);
    let value: unknown;
    try {
      value = callbackResult(result, call(...args));
    } catch (error) {
      // C has no way to unwind: the call goes on with a zero, and the exception waits until the outermost call is over.
      runtime.holdException(space, error);
      value = zeroResult(result);
    } finally {
      runtime.crossings.pop();
    }
    runtime.span = outerSpan;
    runtime.samples?.settle();
    const at = trace.valueOffset;
    if (value === undefined) write.undefined(trace);
    else if (typeof value === "bigint") write.bigint(trace, value);
    else write.number(trace, Number(value));
    trace.event(EventKind.CallbackReturn, record.span, 0, event, 0, at);
    return value as number | bigint | undefined;
  };
  const unwatched = (args: unknown[]): number | bigint | undefined => {
    try {
      return callbackResult(result, call(...args));
    } catch (error) {
      runtime.holdException(space, error);
      return zeroResult(result);
    }
  };
  table.set(index, wasmFunction(parameters, result, enter as never));
  return new CallbackObject(definition, space, makePointer(space, index, null), record);
}

class CallbackObject<D extends CallbackDefinition> extends Scoped implements Callback<D> {
  readonly definition: D;
  readonly pointer: PointerObject;
  readonly #space: AddressSpace;
  readonly #record: CallbackRecord;

  constructor(definition: D, space: AddressSpace, pointer: PointerObject, record: CallbackRecord) {
    super();
    this.definition = definition;
    this.#space = space;
    this.pointer = pointer;
    this.#record = record;
  }

  /** Closes the callback. Its place in C's table stays taken, so that a late call is found. */
  [Symbol.dispose](): void {
    const { runtime } = this.#space;
    runtime.enterRelease(scopeEnd(this));
    if (this.#record.closed) return;
    this.#record.closed = true;
    this.#record.closedAt = runtime.span;
    if (!this.#space.checked) return;
    runtime.trace.event(EventKind.Callback, runtime.span, 0, this.#space.id, this.#record.id, CallbackChange.Closed);
  }
}

hideConstructor(CallbackObject);

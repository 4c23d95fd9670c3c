/**
 * What stands inside the seal before the program: the module `"ffi"` and the globals that it needs, made of nothing but one
 * function of the host's. It shares no object with the runtime; whatever a program does to it, the host believes none of it.
 */
import "../../ffi/language/dispose-symbols.ts";
import { ClosedError, FfiFault, NulError, SymbolError, Utf8Error } from "../../ffi/errors.ts";
import { AsyncDisposableStackObject } from "../../ffi/language/async-disposable-stack.ts";
import { DisposableStackObject } from "../../ffi/language/disposable-stack.ts";
import { SuppressedErrorObject } from "../../ffi/language/suppressed-error.ts";
import { array } from "../../ffi/types/fixed-array.ts";
import { borrowed, owned, taken } from "../../ffi/types/native-types.ts";
import { harden } from "../../runner/harden.ts";
import { chargeLongLoops } from "./charged.ts";
import { plain } from "./checked-array.ts";
import { FAILED, position } from "./host.ts";
import { dlopen, invoke, struct } from "./library.ts";
import { address, offset } from "./pointers.ts";
import { PointerView } from "./pointer-view.ts";
import { exchange, loaded } from "./exam.ts";
import { guestConsole } from "./print.ts";
import { GuestRuntime } from "./program-runtime.ts";
import { structuredCloneOf } from "./structured-clone.ts";
import { TextDecoderObject, TextEncoderObject } from "./text-coders.ts";
import { nextTimer, runTimer, timerFunctions } from "./timers.ts";
import { orderTurns, takeTurn, waitingTurns } from "./turns.ts";
import { describeUncaught } from "./uncaught.ts";

const module = {
  dlopen,
  owned,
  borrowed,
  taken,
  address,
  offset,
  struct,
  array,
  PointerView,
  ClosedError,
  FfiFault,
  NulError,
  SymbolError,
  Utf8Error,
};

const offered: Record<string, unknown> = {
  self: globalThis,
  console: guestConsole,
  ...timerFunctions,
  structuredClone: structuredCloneOf,
  TextEncoder: TextEncoderObject,
  TextDecoder: TextDecoderObject,
  DisposableStack: DisposableStackObject,
  AsyncDisposableStack: AsyncDisposableStackObject,
  SuppressedError: SuppressedErrorObject,
};
for (const [name, value] of Object.entries(offered)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

// What reads every element of an array it is given sees a copy, taken at once.
for (const [holder, key] of [
  [JSON, "stringify"],
  [Object, "values"],
  [Object, "entries"],
] as const) {
  const method = Reflect.get(holder, key) as (...args: unknown[]) => unknown;
  const reading = { [key]: (first: unknown, ...rest: unknown[]): unknown => method(plain(first), ...rest) }[key];
  Object.defineProperty(holder, key, { value: reading, configurable: true, writable: true });
}

// It would hand out the functions that stand in a stack, ours among them.
Object.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });
chargeLongLoops();
harden(globalThis);

const runtime = new GuestRuntime(module);
Object.defineProperty(globalThis, "__ffi", {
  configurable: true,
  get: () => {
    Reflect.deleteProperty(globalThis, "__ffi");
    return runtime;
  },
});
Reflect.deleteProperty(globalThis, "__host");

/** What the host calls. */
Object.defineProperty(globalThis, "__seal", {
  configurable: true,
  value: {
    failed: FAILED,
    invoke,
    nextTimer,
    runTimer,
    describe: (error: unknown): string => JSON.stringify(describeUncaught(error)),
    setSpan: (span: number): void => void (position.span = span),
    loaded,
    exchange,
    orderTurns,
    waitingTurns,
    takeTurn,
  },
});

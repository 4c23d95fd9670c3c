import { ClosedError, FfiFault, NulError, SymbolError, Utf8Error } from "../../ffi/errors.ts";
import { Operation, type HostError } from "../operations.ts";

type Sent = number | boolean | bigint | string | null | undefined | Uint8Array;
type HostFunction = (operation: number, span: number, ...rest: Sent[]) => unknown;

declare const __host: HostFunction;

/** The one way out. It is taken before the program runs, and the global that carried it is removed. */
const host: HostFunction = __host;

/** Where the program stands: the compiled program sets `span`, the host puts it back after a call. */
export const position = { span: 0, steppedAt: 0 };

/** What functions of the program have thrown through C, by number: the same object goes on, on the other side. */
const thrown: unknown[] = [];
const numbers = new Map<unknown, number>();
/** The host's handle of each error that came from there. */
const handles = new WeakMap<object, number>();
/** Errors that came from the host, by handle: the same one is the same object. */
const errors = new Map<number, unknown>();

/** What the host's function returns where an operation has failed: an exception of its own would take milliseconds to cross. */
export const FAILED = Object.freeze({});

/** Asks the host. @throws what the operation threw, as an error of this side */
export function ask(operation: number, ...rest: Sent[]): unknown {
  const result = host(operation, position.span, ...rest);
  if (result === FAILED) throw failure();
  return result;
}

function failure(): unknown {
  const text = host(Operation.TakeError, position.span);
  // The run is over, and the engine ends it at its next look.
  if (typeof text !== "string") return new Error("the run is over");
  const told = JSON.parse(text) as HostError;
  if (told.thrown !== undefined) return thrown[told.thrown];
  const known = errors.get(told.handle);
  if (known !== undefined) return known;
  const made = make(told);
  errors.set(told.handle, made);
  handles.set(made, told.handle);
  return made;
}

const CLASSES: Readonly<Record<string, new (message: string) => Error>> = Object.assign(Object.create(null), {
  TypeError,
  RangeError,
  ReferenceError,
  SyntaxError,
  SymbolError,
  ClosedError,
});

function make(told: HostError): Error {
  const error = makeOfClass(told);
  // The classes of the module put their message together themselves; here it is there already.
  if (error.message !== told.message) Object.defineProperty(error, "message", { value: told.message });
  return error;
}

function makeOfClass({ class: name, message, code = "", position: at = 0, address = 0 }: HostError): Error {
  if (name === "FfiFault") return new FfiFault(code as never, message);
  if (name === "NulError") return new NulError(at);
  if (name === "Utf8Error") return new Utf8Error(address);
  const known = CLASSES[name];
  if (known) return new known(message);
  const error = new Error(message);
  if (name !== "Error") Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  return error;
}

/** Keeps what a function of the program has thrown, and gives its number. */
export function keepThrown(error: unknown): number {
  const known = numbers.get(error);
  if (known !== undefined) return known;
  const number = thrown.push(error) - 1;
  numbers.set(error, number);
  return number;
}

/** The host's handle of an error that came from it; 0 for one of the program's own. */
export const handleOfError = (error: unknown): number =>
  typeof error === "object" && error !== null ? (handles.get(error) ?? 0) : 0;

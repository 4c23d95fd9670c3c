import type { SealedTools } from "../../runner/sealed-engine.ts";
import type { HostError } from "../operations.ts";
import type { Handles } from "./handles.ts";

/** What a function of the program has thrown through C: an error, of which name and message are known. */
export class GuestError extends Error {
  /** Its number inside. */
  readonly thrown: number;
  constructor(thrown: number, name: string, message: string) {
    super(message);
    Object.defineProperty(this, "name", { value: name });
    this.thrown = thrown;
  }
}

/** The same for a value that is no error. */
export class GuestValue {
  readonly thrown: number;
  readonly #text: string;
  constructor(thrown: number, text: string) {
    this.thrown = thrown;
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** Errors of the language that the program has under the same name. */
const LANGUAGE = [TypeError, RangeError, ReferenceError, SyntaxError] as const;

/** What is told inside of an error that an operation has thrown. */
export function describeError(error: unknown, handles: Handles, { module }: SealedTools): HostError {
  if (error instanceof GuestError || error instanceof GuestValue) {
    return { class: "", name: "", message: "", handle: 0, thrown: error.thrown };
  }
  const handle = handles.of(error);
  if (!(error instanceof Error)) return { class: "Error", name: "Error", message: String(error), handle };
  const { name, message } = error;
  const told = { name, message, handle };
  if (error instanceof module.FfiFault) return { class: "FfiFault", ...told, code: error.code };
  if (error instanceof module.NulError) return { class: "NulError", ...told, position: error.position };
  if (error instanceof module.Utf8Error) return { class: "Utf8Error", ...told, address: error.address };
  if (error instanceof module.SymbolError) return { class: "SymbolError", ...told };
  if (error instanceof module.ClosedError) return { class: "ClosedError", ...told };
  const known = LANGUAGE.find((each) => error instanceof each);
  return { class: known?.name ?? name, ...told };
}

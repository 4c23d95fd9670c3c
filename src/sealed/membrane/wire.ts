/**
 * A value on its way from one realm to another, as JSON. Data is copied, once; what acts stays where it is, and the other side
 * gets a number that stands for it.
 *
 * A number, a boolean and null are themselves; everything else is a list that begins with a tag.
 */
export type Wire =
  | number
  | boolean
  | null
  | readonly ["u"]
  | readonly ["s", string]
  /** A number that JSON has no word for. */
  | readonly ["n", string]
  | readonly ["i", string]
  | readonly ["y", string]
  | readonly ["a", readonly Wire[]]
  | readonly ["o", readonly (readonly [string, Wire])[]]
  /** A typed array: its class, and its bytes, a character each. */
  | readonly ["t", string, string]
  /** An error: the sender's number for it, name, message, and its own data besides. */
  | readonly ["e", number, string, string, readonly (readonly [string, Wire])[]]
  /** Something of the sender's. */
  | readonly ["mine", number, Kind]
  /** Something of the receiver's. */
  | readonly ["yours", number];

export type Kind = "function" | "promise" | "object";

/** What one realm asks of the other about one of the other's objects. */
export type Request =
  | readonly ["get", number, string]
  | readonly ["has", number, string]
  | readonly ["keys", number]
  | readonly ["call", number, Wire, readonly Wire[]]
  | readonly ["new", number, readonly Wire[]]
  /** Calls the function with (whether it was fulfilled, value) once the promise has settled. */
  | readonly ["then", number, Wire];

export type Reply = readonly ["gave", Wire] | readonly ["threw", Wire];

/** Values of one copy, at most, and how deep they lie in each other. */
export const MOST_VALUES = 100_000;
export const DEEPEST = 32;

/** A property's name as text: a symbol that both realms know begins with `@`, any other name with `.`. */
export function keyText(key: string | symbol): string | null {
  if (typeof key === "string") return `.${key}`;
  const known = KNOWN.find(([, symbol]) => symbol === key);
  return known ? `@${known[0]}` : null;
}

export function keyOf(text: string): string | symbol {
  if (text[0] === ".") return text.slice(1);
  const known = KNOWN.find(([name]) => name === text.slice(1));
  if (!known) throw new TypeError("there is no such symbol");
  return known[1];
}

const KNOWN: readonly (readonly [string, symbol])[] = [
  ["iterator", Symbol.iterator],
  ["asyncIterator", Symbol.asyncIterator],
  ["dispose", Symbol.dispose],
  ["asyncDispose", Symbol.asyncDispose],
];

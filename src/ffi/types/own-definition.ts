import { describe } from "./describe.ts";
import type { ParameterType, ResultType, SymbolDefinition } from "./native-types.ts";
import { ownList } from "./own-list.ts";
import { isMade, isStruct } from "./struct-type.ts";

/** A function's name in C, and how the program declares it. */
export type OwnEntry = readonly [name: string, definition: SymbolDefinition];

/**
 * A table as it is at this moment. The program can change its own objects later, or give some that answer differently each
 * time they are asked: each is asked once, and what was compared with the C prototype is what calls go by.
 *
 * @throws TypeError that names the entry which declares no function, or has a type that is none.
 */
export function ownTable(symbols: unknown): OwnEntry[] {
  if (typeof symbols !== "object" || symbols === null) {
    throw new TypeError(`dlopen(library, symbols) takes a table of functions, got ${describe(symbols)}`);
  }
  return Object.entries(symbols).map(([name, entry]) => [name, ownDefinition(name, entry)]);
}

function ownDefinition(name: string, entry: unknown): SymbolDefinition {
  const { parameters, result } = (entry ?? {}) as Partial<Record<keyof SymbolDefinition, unknown>>;
  const list = ownList(parameters);
  if (list === null || result === undefined || result === null) {
    throw new TypeError(`dlopen: ${name} must be { parameters: […], result: … }, got ${describe(entry)}`);
  }
  return {
    parameters: list.items.map((type, index) => ownType<ParameterType>(type, `${name}: parameter ${index + 1}`)),
    result: ownType<ResultType>(result, `${name}: the result`),
  };
}

/** A word, which the C prototype is to fit; a struct; or a copy of an ownership word. */
function ownType<T extends ParameterType | ResultType>(type: unknown, what: string): T {
  if (typeof type === "string") return type as T;
  if (typeof type === "object" && type !== null) {
    if (isMade(type)) {
      if (isStruct(type)) return type as T;
    } else {
      const { kind, type: inner, release } = type as Readonly<Record<string, unknown>>;
      const isPlain = typeof inner === "string" && (kind === "borrowed" || kind === "taken");
      if (isPlain) return Object.freeze({ kind, type: inner }) as T;
      if (typeof inner === "string" && kind === "owned" && typeof release === "string") {
        return Object.freeze({ kind, type: inner, release }) as T;
      }
    }
  }
  throw new TypeError(`dlopen: ${what} has no type: ${describe(type)}`);
}

import * as v from "valibot";
import { MAX_TEXT_LENGTH } from "./limits.ts";

/** A name, or what an exception says. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
export const optionalText = v.nullable(text);

/** JSON's `1e999` is infinite: no number that can be shown. */
export const number = v.pipe(v.number(), v.finite());

/** How many there are of something. */
export const count = v.pipe(number, v.minValue(0));

/** The trace's number of the opened library, which code locations are looked up with; 0 when it concerns none. */
export const library = number;

/** What an access did. */
export const readOrWrite = v.picklist(["read", "write"]);

/**
 * What is known of an access to memory, in C or by the module `"ffi"`.
 *
 * - `side`: on which side of the boundary it was made.
 * - `function`: the C function that TypeScript has called, or the C library's function that was called; the class or
 *   method of the module for an access of TypeScript's. Null when none is known.
 * - `bytes`: how many the access wanted; 0 when that is not known.
 * - `offset`: from the block's start in bytes; negative before it. 0 without a block.
 */
export const access = {
  library,
  side: v.picklist(["typescript", "c"]),
  function: optionalText,
  address: number,
  bytes: count,
  offset: number,
} as const;

/** A release: by which function, of which address. `dispose` is the end of a scope or a call of `dispose`. */
export const release = { library, function: optionalText, address: number } as const;

/** How the life of a local variable ended: its function has returned, or the block of code that declares it is over. */
export const endOfVariable = v.picklist(["return", "scope"]);

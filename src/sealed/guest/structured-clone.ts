import { plain } from "./checked-array.ts";
import { bytesOf, kindOf } from "./typed-arrays.ts";

/** `structuredClone` of what programs here have: plain data, arrays, maps, sets, dates, errors, buffers and views. */
export function structuredCloneOf(value: unknown): unknown {
  return clone(value, new Map());
}

function clone(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === "function" || typeof value === "symbol") {
    throw new DOMException(`${String(value)} could not be cloned.`, "DataCloneError");
  }
  if (typeof value !== "object" || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const own = plain(value) as object;
  if (own !== value) return own;
  const keep = <T extends object>(made: T): T => {
    seen.set(value, made);
    return made;
  };
  if (kindOf(value) !== undefined) return keep((value as Uint8Array).slice());
  if (value instanceof DataView) return keep(new DataView(bytesOf(value)!.slice().buffer));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof Map) {
    const made = keep(new Map());
    for (const [key, inner] of value) made.set(clone(key, seen), clone(inner, seen));
    return made;
  }
  if (value instanceof Set) {
    const made = keep(new Set());
    for (const inner of value) made.add(clone(inner, seen));
    return made;
  }
  if (value instanceof Error) return keep(Object.assign(new Error(value.message), { name: value.name }));
  const made: object = keep(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) {
    (made as Record<string, unknown>)[key] = clone((value as Record<string, unknown>)[key], seen);
  }
  return made;
}

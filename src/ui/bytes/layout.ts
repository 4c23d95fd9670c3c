import type { CStruct, CType } from "../../contract/description.ts";
import { plainName, scalarOf, typeName } from "../parts/decode-memory.ts";

/** One stretch of a struct: a field, or the padding that keeps the next one aligned. */
export interface Stretch {
  /** `top_left.x`; null for padding. */
  readonly name: string | null;
  readonly type: CType | null;
  readonly offset: number;
  readonly bytes: number;
}

export interface Layout {
  readonly stretches: readonly Stretch[];
  readonly bytes: number;
  readonly align: number;
}

type Size = { readonly bytes: number; readonly align: number };

/** C types that are as wide as a pointer on the hosts that have 64 bits, Windows aside for `long`. */
const WIDE = /^(size_t|ssize_t|ptrdiff_t|u?intptr_t|(unsigned )?long)$/;

/** What one scalar takes, on a host whose pointers have `pointer` bytes. */
function sizeOf(type: CType, pointer: 4 | 8): Size {
  if (type.kind === "pointer" || type.kind === "function") return { bytes: pointer, align: pointer };
  if (type.kind === "integer" && WIDE.test(plainName(type.spelling))) return { bytes: pointer, align: pointer };
  const bytes = type.kind === "integer" || type.kind === "float" ? type.bytes : (scalarOf(typeName(type))?.bytes ?? 1);
  return { bytes, align: bytes };
}

/**
 * A struct's fields in order, nested structs opened, with the padding between them; by C's rules, so that it is also
 * what a 64-bit host makes of it.
 */
export function layOut(struct: CStruct, structs: readonly CStruct[], pointer: 4 | 8): Layout {
  const stretches: Stretch[] = [];
  let at = 0;
  let align = 1;
  const pad = (to: number): void => {
    const end = Math.ceil(at / to) * to;
    if (end > at) stretches.push({ name: null, type: null, offset: at, bytes: end - at });
    at = end;
  };
  for (const field of struct.fields) {
    const { type } = field;
    const inner = type.kind === "struct" ? structs.find(({ name }) => name === plainName(type.name)) : undefined;
    if (inner) {
      const nested = layOut(inner, structs, pointer);
      pad(nested.align);
      for (const stretch of nested.stretches) {
        const name = stretch.name === null ? null : `${field.name}.${stretch.name}`;
        stretches.push({ ...stretch, name, offset: at + stretch.offset });
      }
      at += nested.bytes;
      align = Math.max(align, nested.align);
      continue;
    }
    const one = sizeOf(type, pointer);
    // What has more bytes than its type is an array of them.
    const count = Math.max(1, Math.round(field.bytes / sizeOf(type, 4).bytes));
    pad(one.align);
    stretches.push({ name: field.name, type, offset: at, bytes: one.bytes * count });
    at += one.bytes * count;
    align = Math.max(align, one.align);
  }
  pad(align);
  return { stretches, bytes: at, align };
}

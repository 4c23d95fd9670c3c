import type { CStruct, CType } from "../../contract/description.ts";

/** How the bytes of a C scalar are read. */
interface Scalar {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number | bigint | boolean;
}

const SCALARS: readonly [RegExp, Scalar][] = [
  [/^(bool|_Bool)$/, { bytes: 1, read: (view, at) => view.getUint8(at) !== 0 }],
  [/^(char|signed char|int8_t)$/, { bytes: 1, read: (view, at) => view.getInt8(at) }],
  [/^(unsigned char|uint8_t)$/, { bytes: 1, read: (view, at) => view.getUint8(at) }],
  [/^(short|int16_t)$/, { bytes: 2, read: (view, at) => view.getInt16(at, true) }],
  [/^(unsigned short|uint16_t)$/, { bytes: 2, read: (view, at) => view.getUint16(at, true) }],
  [/^(int|long|int32_t|ssize_t|ptrdiff_t|intptr_t)$/, { bytes: 4, read: (view, at) => view.getInt32(at, true) }],
  [
    /^(unsigned|unsigned int|unsigned long|uint32_t|size_t|uintptr_t)$/,
    { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  ],
  [/^(long long|int64_t)$/, { bytes: 8, read: (view, at) => view.getBigInt64(at, true) }],
  [/^(unsigned long long|uint64_t)$/, { bytes: 8, read: (view, at) => view.getBigUint64(at, true) }],
  [/^float$/, { bytes: 4, read: (view, at) => view.getFloat32(at, true) }],
  [/^double$/, { bytes: 8, read: (view, at) => view.getFloat64(at, true) }],
];

/** A type's name without what does not change how it is read: `const struct Point` is `Point`. */
export const plainName = (type: string): string =>
  type
    .replace(/\b(const|volatile|restrict|struct|union|enum)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();

export const scalarOf = (type: string): Scalar | null =>
  SCALARS.find(([pattern]) => pattern.test(plainName(type)))?.[1] ?? null;

/** The C name of a type in a description. */
export function typeName(type: CType): string {
  switch (type.kind) {
    case "pointer":
      return `${type.to} *`;
    case "struct":
      return type.name;
    case "integer":
    case "float":
    case "function":
      return type.spelling;
    case "bool":
      return "bool";
    case "void":
      return "void";
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One value as a C programmer would write it; null when the bytes do not reach. */
export function readScalar(bytes: Uint8Array, at: number, type: CType): string | null {
  if (type.kind === "pointer" || type.kind === "function") {
    if (at + 4 > bytes.length) return null;
    const address = viewOf(bytes).getUint32(at, true);
    return address === 0 ? "NULL" : `0x${address.toString(16)}`;
  }
  const scalar = scalarOf(typeName(type));
  if (!scalar || at + scalar.bytes > bytes.length) return null;
  return formatNumber(scalar.read(viewOf(bytes), at));
}

const formatNumber = (value: number | bigint | boolean): string =>
  typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(7))) : String(value);

const decoder = new TextDecoder("utf-8");

/** Text up to its NUL, quoted; `…` where the NUL is not among the bytes. */
export function readText(bytes: Uint8Array, most: number): string {
  const end = bytes.indexOf(0);
  const text = decoder.decode(bytes.subarray(0, end === -1 ? bytes.length : end));
  const shown = [...text].slice(0, most).join("");
  const cut = end === -1 || shown.length < text.length;
  return `${JSON.stringify(shown)}${cut ? "…" : ""}`;
}

/** A struct's fields on one line, nested ones in braces of their own. */
function readStruct(bytes: Uint8Array, at: number, struct: CStruct, structs: readonly CStruct[]): string {
  const fields = struct.fields.map(({ name, type, offset }) => {
    const inner = type.kind === "struct" ? structs.find((candidate) => candidate.name === plainName(type.name)) : null;
    const value = inner
      ? readStruct(bytes, at + offset, inner, structs)
      : (readScalar(bytes, at + offset, type) ?? "…");
    return `${name}: ${value}`;
  });
  return `{ ${fields.join(", ")} }`;
}

/** Elements of an array that a preview shows. */
const ELEMENTS = 4;
const CHARACTERS = 28;

/**
 * What C finds at a pointer, on one line: text for `char`, fields for a struct, the first elements for numbers. Null
 * where the type says nothing, as `void` does.
 */
export function preview(bytes: Uint8Array, type: string, structs: readonly CStruct[]): string | null {
  const name = plainName(type);
  if (bytes.length === 0) return null;
  if (name === "char") return readText(bytes, CHARACTERS);
  const struct = structs.find((candidate) => candidate.name === name);
  if (struct && bytes.length >= struct.bytes) return readStruct(bytes, 0, struct, structs);
  const scalar = scalarOf(name);
  if (!scalar) return null;
  const count = Math.floor(bytes.length / scalar.bytes);
  const shown = Array.from({ length: Math.min(count, ELEMENTS) }, (_, i) =>
    formatNumber(scalar.read(viewOf(bytes), i * scalar.bytes)),
  );
  return `[${shown.join(", ")}${count > ELEMENTS ? ", …" : ""}]`;
}

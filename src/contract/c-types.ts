import type { CType } from "./description.ts";

/** The word of a `dlopen` table for a number. */
export type NumberWord =
  "i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "i64" | "u64" | "isize" | "usize" | "f32" | "f64";

/** A number of C on wasm32. */
export type CNumber = {
  /**
   * The word that declares it to `dlopen`. What is as wide as an address is `isize` or `usize`, which has 8 bytes on a
   * 64-bit host. `long` is neither: there are 64-bit hosts on which it has 4.
   */
  readonly word: NumberWord;
} & (
  | { readonly kind: "integer"; readonly bytes: 1 | 2 | 4 | 8; readonly signed: boolean }
  | { readonly kind: "float"; readonly bytes: 4 | 8 }
);

const integer = (bytes: 1 | 2 | 4 | 8, signed: boolean, word: NumberWord, ...names: string[]) =>
  names.map((name): [string, CNumber] => [name, { kind: "integer", bytes, signed, word }]);
const float = (bytes: 4 | 8, word: NumberWord, name: string): [string, CNumber] => [
  name,
  { kind: "float", bytes, word },
];

/**
 * C's numbers by their names as clang spells them, without `const` and `volatile`. Not here is what C libraries disagree
 * about, such as `time_t`: it is what the header says that defines it.
 */
export const C_NUMBERS: ReadonlyMap<string, CNumber> = new Map([
  ...integer(1, true, "i8", "char", "signed char", "int8_t", "int_least8_t", "int_fast8_t"),
  ...integer(1, false, "u8", "unsigned char", "uint8_t", "uint_least8_t", "uint_fast8_t"),
  ...integer(2, true, "i16", "short", "int16_t", "int_least16_t"),
  ...integer(2, false, "u16", "unsigned short", "uint16_t", "uint_least16_t"),
  ...integer(4, true, "i32", "int", "int32_t", "int_least32_t", "int_fast32_t", "long", "wchar_t"),
  ...integer(4, false, "u32", "unsigned int", "uint32_t", "uint_least32_t", "uint_fast32_t"),
  ...integer(4, false, "u32", "unsigned long"),
  ...integer(8, true, "i64", "long long", "int64_t", "int_least64_t", "int_fast64_t", "intmax_t", "off_t"),
  ...integer(8, false, "u64", "unsigned long long", "uint64_t", "uint_least64_t", "uint_fast64_t", "uintmax_t"),
  ...integer(4, true, "isize", "ssize_t", "ptrdiff_t", "intptr_t"),
  ...integer(4, false, "usize", "size_t", "uintptr_t"),
  float(4, "f32", "float"),
  float(8, "f64", "double"),
]);

/** A number as a parameter, a result or a field, under the name that it is written with. */
export function numberType(number: CNumber, spelling: string): CType {
  return number.kind === "float"
    ? { kind: "float", bytes: number.bytes, spelling }
    : { kind: "integer", bytes: number.bytes, signed: number.signed, spelling };
}

/** A type's spelling without what says nothing about its representation. */
export const unqualified = (spelling: string): string => spelling.replace(/\b(?:const|volatile)\b\s*/g, "").trim();

/**
 * The struct that a pointer leads to, by its name: also one that the header only names, and whose inside is the library's
 * own. Null for a pointer to plain data or to another pointer, and for what is no pointer.
 */
export function structPointedTo(type: CType): string | null {
  if (type.kind !== "pointer") return null;
  const name = unqualified(type.to).replace(/^struct /, "");
  return /^\w+$/.test(name) && !C_NUMBERS.has(name) && !PLAIN_WORDS.has(name) ? name : null;
}

const PLAIN_WORDS: ReadonlySet<string> = new Set(["void", "bool", "_Bool"]);

/**
 * The word that declares a C type to `dlopen`; null for a struct, which no word declares.
 *
 * It is the one that the editor inserts, that `dlopen` expects, and that the declarations of a library show.
 */
export function wordOf(type: CType): NumberWord | "void" | "bool" | "pointer" | "function" | null {
  switch (type.kind) {
    case "void":
    case "bool":
    case "pointer":
    case "function":
      return type.kind;
    case "integer": {
      const named = C_NUMBERS.get(unqualified(type.spelling));
      // A header may give one of these names to another number.
      if (named?.kind === "integer" && named.bytes === type.bytes && named.signed === type.signed) return named.word;
      return `${type.signed ? "i" : "u"}${(type.bytes * 8) as 8 | 16 | 32 | 64}`;
    }
    case "float":
      return type.bytes === 4 ? "f32" : "f64";
    case "struct":
      return null;
  }
}

/** Bytes of a C type on wasm32, with those of a struct from `structBytes`. */
export function bytesOf(type: CType, structBytes: (name: string) => number): number {
  switch (type.kind) {
    case "void":
      return 0;
    case "bool":
      return 1;
    case "integer":
    case "float":
      return type.bytes;
    case "pointer":
    case "function":
      return 4;
    case "struct":
      return structBytes(type.name);
  }
}

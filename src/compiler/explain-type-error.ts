import { C_NUMBERS } from "../contract/c-types.ts";

/** Words that a table takes, by the type that TypeScript names when it refuses one. */
const NUMBERS = "i8 u8 i16 u16 i32 u32 isize usize f32 f64";
const WORDS: Readonly<Record<string, string>> = {
  ResultType: `void bool ${NUMBERS} i64 u64 pointer function, a struct, owned("pointer", …) or borrowed(…)`,
  ParameterType: `bool ${NUMBERS} i64 u64 pointer function buffer, a struct, taken(…) or borrowed(…)`,
  FieldType: `bool ${NUMBERS} i64 u64 pointer function, another struct, or array(…)`,
  CallbackParameter: `bool ${NUMBERS} i64 u64 pointer function`,
  CallbackResult: `void bool ${NUMBERS} i64 u64 pointer function`,
};

/** How C, Rust and people spell what the table spells otherwise. */
const MEANT: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...C_NUMBERS].map(([name, { word }]) => [name, word])),
  unsigned: "u32",
  number: "f64",
  _Bool: "bool",
  boolean: "bool",
  bigint: "i64",
  string: "pointer",
  cstring: "pointer",
  "char*": "pointer",
  "char *": "pointer",
  "const char *": "pointer",
  "void*": "pointer",
  "void *": "pointer",
  ptr: "pointer",
  ...Object.fromEntries(
    [8, 16, 32, 64].flatMap((bits) => [
      [`int${bits}`, `i${bits}`],
      [`uint${bits}`, `u${bits}`],
    ]),
  ),
};

/**
 * The sentence that TypeScript's own message about a table leaves out: which words there are, and which one was most
 * likely meant. Null where its message says enough.
 */
export function explainTypeError(message: string): string | null {
  const refused = /^Type '(.+)' is not assignable to type '(\w+)'/.exec(message);
  const words = refused && WORDS[refused[2]!];
  if (!refused || !words) return null;
  const meant = MEANT[/^"(.*)"$/.exec(refused[1]!)?.[1] ?? ""];
  const hint = meant && words.split(/[ ,]+/).includes(meant) ? `Write "${meant}". ` : "";
  return `${hint}It may be ${words}.`;
}

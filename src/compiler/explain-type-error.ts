import { C_NUMBERS } from "../contract/c-types.ts";

/** Words that a table takes, by the type that TypeScript names when it refuses one. */
const NUMBERS = "i8 u8 i16 u16 i32 u32 isize usize f32 f64";
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ResultType: `void bool ${NUMBERS} i64 u64 pointer function, a struct, owned("pointer", …) or borrowed(…)`,
    ParameterType: `bool ${NUMBERS} i64 u64 pointer function buffer, a struct, taken(…) or borrowed(…)`,
    FieldType: `bool ${NUMBERS} i64 u64 pointer function, another struct, or array(…)`,
    CallbackParameter: `bool ${NUMBERS} i64 u64 pointer function`,
    CallbackResult: `void bool ${NUMBERS} i64 u64 pointer function`,
  }),
);

/** How C, Rust and people spell what the table spells otherwise. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/** TypeScript says what one has to install or to name otherwise; here neither helps. */
const OTHER_MODULE = /^Cannot find module |^Cannot find name 'require'|^Relative import paths |'import\.meta' /;

/**
 * The sentence that TypeScript's own message leaves out. About a table: which words there are, and which one was most
 * likely meant. About another module: that there is none. Null where its message says enough.
 */
export function explainTypeError(message: string): string | null {
  if (OTHER_MODULE.test(message)) return 'A program can import only "ffi".';
  const refused = /^Type '(.+)' is not assignable to type '(\w+)'/.exec(message);
  const words = refused && WORDS.get(refused[2]!);
  if (!refused || !words) return null;
  const meant = MEANT.get(/^"(.*)"$/.exec(refused[1]!)?.[1] ?? "");
  const hint = meant && words.split(/[ ,]+/).includes(meant) ? `Write "${meant}". ` : "";
  return `${hint}It may be ${words}.`;
}

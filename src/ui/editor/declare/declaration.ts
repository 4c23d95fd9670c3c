import { bytesOf, wordOf } from "../../../contract/c-types.ts";
import type { CFunction, CStruct, CType, LibraryDescription } from "../../../contract/description.ts";

/** One entry of a `dlopen` table as text, and what it takes besides. */
export interface Declaration {
  /** `get_version: { parameters: [], result: borrowed("pointer") }` */
  readonly entry: string;
  /** Names it needs from `"ffi"`. */
  readonly imports: readonly string[];
  /** Structs it needs, each after those it is made of. */
  readonly structs: readonly CStruct[];
}

/** The declaration that says what the C header says: types, and who owns what. */
export function declare(each: CFunction, library: LibraryDescription): Declaration {
  const imports = new Set<string>();
  const structs: CStruct[] = [];
  const use = (name: string): string => {
    needStruct(name, library, structs, imports);
    return name;
  };
  const parameters = each.parameters.map(({ type, ownership }) => {
    const word = wordIn(type, use);
    if (ownership !== "taken" || type.kind !== "pointer") return word;
    imports.add("taken");
    return `taken(${word})`;
  });
  let result = wordIn(each.result, use);
  const { resultOwnership } = each;
  if (each.result.kind === "pointer" && resultOwnership.kind !== "none") {
    imports.add(resultOwnership.kind);
    result =
      resultOwnership.kind === "owned" ? `owned(${result}, "${resultOwnership.release}")` : `borrowed(${result})`;
  }
  return {
    entry: `${each.name}: { parameters: [${parameters.join(", ")}], result: ${result} }`,
    imports: [...imports],
    structs,
  };
}

/** `const Point = struct({ x: "f64", y: "f64" });` and what it takes from `"ffi"`. */
export function declareStruct({ name, fields }: CStruct, library: LibraryDescription): string {
  const entries = fields.map(({ name: field, type, bytes }) => {
    const word = wordIn(type, (inner) => inner);
    const one = bytesIn(type, library);
    return `${field}: ${one > 0 && bytes > one ? `array(${word}, ${bytes / one})` : word}`;
  });
  return `const ${name} = struct({ ${entries.join(", ")} });`;
}

function needStruct(name: string, library: LibraryDescription, structs: CStruct[], imports: Set<string>): void {
  const found = library.structs.find((struct) => struct.name === name);
  if (!found || structs.includes(found)) return;
  imports.add("struct");
  for (const { type, bytes } of found.fields) {
    if (bytes > bytesIn(type, library)) imports.add("array");
    if (type.kind === "struct") needStruct(type.name, library, structs, imports);
  }
  structs.push(found);
}

const bytesIn = (type: CType, library: LibraryDescription): number =>
  bytesOf(type, (name) => library.structs.find((struct) => struct.name === name)?.bytes ?? 0);

const wordIn = (type: CType, struct: (name: string) => string): string =>
  type.kind === "struct" ? struct(type.name) : `"${wordOf(type)}"`;

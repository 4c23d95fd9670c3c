import { wordOf } from "../../contract/c-types.ts";
import type { CFunction, CStruct, CType } from "../../contract/description.ts";
import {
  plainType,
  type NativeType,
  type ParameterType,
  type ResultType,
  type SymbolDefinition,
} from "./native-types.ts";
import { inheritsNothing } from "./inherits-nothing.ts";
import { isFixedArray, isStruct } from "./struct-type.ts";
import type { FieldType, FixedArray, StructType } from "./field-types.ts";

/**
 * What is wrong with a declaration, compared with the C prototype; null when it fits. Only what crosses the boundary
 * counts: ownership words are the program's own and may be left out.
 */
export function signatureMismatch(
  declared: SymbolDefinition,
  actual: CFunction,
  structs: readonly CStruct[],
): string | null {
  const { parameters } = actual;
  if (declared.parameters.length !== parameters.length) {
    return `it takes ${count(parameters.length)}, declared with ${declared.parameters.length}`;
  }
  for (const [index, parameter] of parameters.entries()) {
    const type = plainType(declared.parameters[index] as ParameterType);
    if (!fitsParameter(type, parameter.type, structs)) {
      return `parameter ${index + 1} (${parameter.name || "unnamed"}) is ${spell(parameter.type)}, declared as ${word(type)}`;
    }
  }
  const result = plainType(declared.result as ResultType);
  if (!fits(result, actual.result, structs)) return `it returns ${spell(actual.result)}, declared as ${word(result)}`;
  return null;
}

const count = (n: number) => (n === 0 ? "no parameters" : n === 1 ? "1 parameter" : `${n} parameters`);

/** Words for the same representation on wasm32: sizes are 32 bits wide there. */
const SAME: Readonly<Partial<Record<NativeType, NativeType>>> = inheritsNothing({ usize: "u32", isize: "i32" });

function fits(declared: NativeType | StructType, actual: CType, structs: readonly CStruct[]): boolean {
  if (isStruct(declared)) return actual.kind === "struct" && fitsStruct(declared, actual.name, structs);
  const right = wordOf(actual);
  return right !== null && (SAME[declared] ?? declared) === (SAME[right] ?? right);
}

function fitsParameter(declared: NativeType | StructType, actual: CType, structs: readonly CStruct[]): boolean {
  return (declared === "buffer" && actual.kind === "pointer") || fits(declared, actual, structs);
}

/** Field by field: the same offsets and the same types; the names are the program's own. */
function fitsStruct(declared: StructType, name: string, structs: readonly CStruct[]): boolean {
  const actual = structs.find((candidate) => candidate.name === name);
  if (!actual || actual.bytes !== declared.byteLength || actual.fields.length !== declared.fields.length) return false;
  return actual.fields.every((field, index) => {
    const mine = declared.fields[index]!;
    const element = isFixedArray(mine.type) ? elementOf(mine.type) : mine.type;
    return mine.offset === field.offset && mine.byteLength === field.bytes && fits(element, field.type, structs);
  });
}

/** What an array is made of, at any depth: the description gives a field of C that type and the whole array's size. */
function elementOf({ element }: FixedArray): Exclude<FieldType, FixedArray> {
  return isFixedArray(element) ? elementOf(element) : element;
}

function word(type: NativeType | StructType): string {
  return isStruct(type) ? `a struct of ${type.fields.map((field) => field.name).join(", ")}` : `"${type}"`;
}

function spell(type: CType): string {
  switch (type.kind) {
    case "pointer":
      return `a pointer (${type.to} *)`;
    case "struct":
      return `struct ${type.name}`;
    case "integer":
    case "float":
    case "function":
      return type.spelling;
    default:
      return type.kind;
  }
}

import type { CFunction, CType } from "../contract/description.ts";
import {
  plainType,
  type NativeType,
  type ParameterType,
  type ResultType,
  type SymbolDefinition,
} from "./native-types.ts";

/**
 * What is wrong with a declaration, compared with the C prototype; null when it fits. Only what crosses the boundary
 * counts: ownership words are the program's own and may be left out.
 */
export function signatureMismatch(declared: SymbolDefinition, actual: CFunction): string | null {
  const { parameters } = actual;
  if (declared.parameters.length !== parameters.length) {
    return `it takes ${count(parameters.length)}, declared with ${declared.parameters.length}`;
  }
  for (const [index, parameter] of parameters.entries()) {
    const type = plainType(declared.parameters[index] as ParameterType);
    if (!fitsParameter(type, parameter.type)) {
      return `parameter ${index + 1} (${parameter.name || "unnamed"}) is ${spell(parameter.type)}, declared as "${type}"`;
    }
  }
  const result = plainType(declared.result as ResultType);
  if (!fits(result, actual.result)) return `it returns ${spell(actual.result)}, declared as "${result}"`;
  return null;
}

const count = (n: number) => (n === 0 ? "no parameters" : n === 1 ? "1 parameter" : `${n} parameters`);

/** The declaration that fits a C type, for messages and for generated tables; null when one word does not say it. */
export function nativeTypeOf(type: CType): NativeType | null {
  switch (type.kind) {
    case "void":
    case "bool":
    case "pointer":
    case "function":
      return type.kind;
    case "integer": {
      if (type.spelling === "size_t") return "usize";
      if (type.spelling === "ssize_t" || type.spelling === "ptrdiff_t") return "isize";
      return `${type.signed ? "i" : "u"}${(type.bytes * 8) as 8 | 16 | 32 | 64}`;
    }
    case "float":
      return type.bytes === 4 ? "f32" : "f64";
    case "struct":
      return null;
  }
}

/** Words for the same representation on wasm32: sizes are 32 bits wide there. */
const SAME: Readonly<Partial<Record<NativeType, NativeType>>> = { usize: "u32", isize: "i32" };

function fits(declared: NativeType, actual: CType): boolean {
  const right = nativeTypeOf(actual);
  return right !== null && (SAME[declared] ?? declared) === (SAME[right] ?? right);
}

function fitsParameter(declared: NativeType, actual: CType): boolean {
  return (declared === "buffer" && actual.kind === "pointer") || fits(declared, actual);
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

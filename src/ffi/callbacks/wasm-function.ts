import type { NativeType } from "../types/native-types.ts";

/** WebAssembly's codes for its value types. */
const CODES = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c } as const;

/** The value type that carries a native type on wasm32. */
function valueType(type: Exclude<NativeType, "void" | "buffer">): number {
  if (type === "i64" || type === "u64") return CODES.i64;
  if (type === "f32" || type === "f64") return CODES[type];
  return CODES.i32;
}

/** By signature: compiling one takes longer than a hundred calls. */
const modules = new Map<string, WebAssembly.Module>();

/**
 * Makes a JavaScript function callable through C's table of function pointers. A table takes only WebAssembly functions,
 * so the function is imported by the smallest module there can be, which exports it with its exact signature:
 * one type, one import "e" "f", one export "f".
 */
export function wasmFunction(
  parameters: readonly Exclude<NativeType, "void" | "buffer">[],
  result: Exclude<NativeType, "buffer">,
  fn: (...args: never[]) => unknown,
): (...args: never[]) => unknown {
  const types = parameters.map(valueType);
  const results = result === "void" ? [] : [valueType(result)];
  const signature = [0x60, ...vector(types), ...vector(results)];
  const key = signature.join(" ");
  let module = modules.get(key);
  if (!module) modules.set(key, (module = moduleFor(signature)));
  return new WebAssembly.Instance(module, { e: { f: fn } }).exports["f"] as (...args: never[]) => unknown;
}

const moduleFor = (signature: number[]): WebAssembly.Module =>
  new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, [0x01, ...signature]),
      ...section(2, [0x01, 0x01, 0x65, 0x01, 0x66, 0x00, 0x00]),
      ...section(7, [0x01, 0x01, 0x66, 0x00, 0x00]),
    ]),
  );

/** A section's number, its byte size, its content. */
const section = (id: number, content: number[]) => [id, ...unsigned(content.length), ...content];
const vector = (items: number[]) => [...unsigned(items.length), ...items];

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

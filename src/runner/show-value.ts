import inspect from "object-inspect";

/** Longest part of a typed array that is printed, in elements. */
const MOST_ELEMENTS = 100;

/** A value as a person would write it. */
export function showValue(value: unknown): string {
  try {
    if (isTypedArray(value)) return showTypedArray(value);
    if (value instanceof ArrayBuffer) return `ArrayBuffer { byteLength: ${value.byteLength} }`;
    if (value instanceof Error && Object.hasOwn(value, "suppressed"))
      return showSuppressedError(value as SuppressedError);
    return inspect(value, { depth: 4, maxStringLength: 2_000, quoteStyle: "double" });
  } catch {
    // A getter or a proxy of the program's own may throw; printing it is no reason to end.
    return "[a value that throws when it is read]";
  }
}

/** `[SuppressedError: …] { error: [Error: later], suppressed: [Error: earlier] }`: both are hidden from a plain look. */
function showSuppressedError(value: SuppressedError): string {
  return `${inspect(value)} { error: ${showValue(value.error)}, suppressed: ${showValue(value.suppressed)} }`;
}

const isTypedArray = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value) && !(value instanceof DataView);

/** `Uint8Array(3) [ 1, 2, 3 ]`. Its elements are read one by one: a view of C's memory has been looked at by then. */
function showTypedArray(array: Uint8Array): string {
  const { length } = array;
  const shown: string[] = [];
  for (let i = 0; i < Math.min(length, MOST_ELEMENTS); i += 1) shown.push(inspect(array[i]));
  if (length > MOST_ELEMENTS) shown.push(`… ${(length - MOST_ELEMENTS).toLocaleString("en-US")} more`);
  const kind = array[Symbol.toStringTag];
  return shown.length === 0 ? `${kind}(0) []` : `${kind}(${length}) [ ${shown.join(", ")} ]`;
}

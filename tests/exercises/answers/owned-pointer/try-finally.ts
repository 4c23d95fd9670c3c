import { dlopen, PointerView, type Pointer } from "ffi";

const { symbols, cstring } = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

/** Reads a text of the library's, and releases it whatever happens. */
function take(text: Pointer | null): string {
  try {
    if (text !== null) return new PointerView(text).getCString();
    throw Object.assign(new Error("the library has no words for it"), { name: "OutOfMemoryError" });
  } finally {
    symbols.free_string(text);
  }
}

export const errorOf = (name: string): string | null => {
  const copy = cstring(name);
  let isTaken: boolean;
  try {
    isTaken = symbols.set_name(copy.pointer);
  } finally {
    copy[Symbol.dispose]();
  }
  return isTaken ? null : take(symbols.get_error_message());
};

// Says: The callback is closed while C still has it registered: the next call of process_items would call a function that is
// not there any more.
// Check: noFaults
// Fault: FFI013
import { dlopen } from "ffi";

const callbacks = dlopen("callbacks", {
  register_callback: {
    parameters: ["function", "pointer"],
    result: "void",
  },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } =
  callbacks.symbols;

const CALLBACK = {
  parameters: ["i32", "pointer"],
  result: "void",
} as const;

export function visit(
  items: readonly number[],
  visitor: (value: number) => void,
): void {
  const values = Int32Array.from(items);
  const misfit = items.findIndex((item, i) => item !== values[i]);
  if (misfit >= 0)
    throw new RangeError(`${items[misfit]} is no integer of 32 bits`);

  let failure: { readonly error: unknown } | null = null;
  using callback = callbacks.callback(CALLBACK, (value) => {
    try {
      visitor(value);
    } catch (error) {
      failure = { error };
      unregister_callback();
    }
  });

  register_callback(callback.pointer, null);
  process_items(values, values.length);
  rethrow(failure);
}

function rethrow(failure: { readonly error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

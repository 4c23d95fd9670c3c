// Says: The exception is kept, but C does not know of it: it goes on with the next item and calls the visitor again.
// Check: What the visitor throws ends the visit and is thrown
// Part: the visited items
import { dlopen, type Callback } from "ffi";

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

type Registered = Callback<typeof CALLBACK>["pointer"] | null;

let registered: Registered = null;

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
      failure ??= { error };
    }
  });

  const outer = registered;
  register(callback.pointer);
  try {
    process_items(values, values.length);
  } finally {
    register(outer);
  }
  rethrow(failure);
}

function register(pointer: Registered): void {
  registered = pointer;
  if (pointer === null) unregister_callback();
  else register_callback(pointer, null);
}

function rethrow(failure: { readonly error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

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

/** The C type `callback`, as it stands in the header. */
const CALLBACK = {
  parameters: ["i32", "pointer"],
  result: "void",
} as const;

type Registered = Callback<typeof CALLBACK>["pointer"] | null;

/** What the visit that is under way has registered. */
let registered: Registered = null;

/**
 * Has C call `visitor` with each item, first to last. What `visitor`
 * throws ends the visit, and is thrown from here.
 *
 * Throws RangeError for an item that is no integer of 32 bits.
 */
export function visit(
  items: readonly number[],
  visitor: (value: number) => void,
): void {
  const values = Int32Array.from(items);
  const misfit = items.findIndex((item, i) => item !== values[i]);
  if (misfit >= 0)
    throw new RangeError(`${items[misfit]} is no integer of 32 bits`);

  // In an object: what is thrown may be undefined, too.
  let failure: { readonly error: unknown } | null = null;
  using callback = callbacks.callback(CALLBACK, (value) => {
    try {
      visitor(value);
    } catch (error) {
      // Not through C: it is kept until C has returned.
      failure = { error };
      unregister_callback();
    }
  });

  const outer = registered;
  register(callback.pointer);
  try {
    process_items(values, values.length);
  } finally {
    // The visit around this one goes on with its own.
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

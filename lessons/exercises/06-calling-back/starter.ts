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

/** The C type `callback`, as it stands in the header. */
const CALLBACK = {
  parameters: ["i32", "pointer"],
  result: "void",
} as const;

/** Has C call `visitor` with each item, first to last. */
export function visit(
  items: readonly number[],
  visitor: (value: number) => void,
): void {
  const callback = callbacks.callback(CALLBACK, (value) =>
    visitor(value),
  );
  register_callback(callback.pointer, null);
  process_items(Int32Array.from(items), items.length);
  unregister_callback();
  callback[Symbol.dispose]();
}

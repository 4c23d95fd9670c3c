import { dlopen } from "ffi";

const INT = { least: -2147483648, most: 2147483647 };

/** A library of its own for each visit, which knows of no other: nothing has to be put back. */
export const visit = (items: readonly number[], visitor: (value: number) => void): void => {
  const wrong = items.find((item) => !(Number.isInteger(item) && item >= INT.least && item <= INT.most));
  if (wrong !== undefined) throw new RangeError(`${wrong} is not an int`);
  using cleanup = new DisposableStack();
  const library = cleanup.use(
    dlopen("callbacks", {
      register_callback: { parameters: ["function", "pointer"], result: "void" },
      process_items: { parameters: ["buffer", "usize"], result: "void" },
      unregister_callback: { parameters: [], result: "void" },
    }),
  );
  const { register_callback, process_items, unregister_callback } = library.symbols;
  let outcome = (): void => {};
  const callback = cleanup.use(
    library.callback({ parameters: ["i32", "pointer"], result: "void" }, (value: number) => {
      try {
        visitor(value);
      } catch (error) {
        outcome = () => {
          throw error;
        };
        register_callback(null, null);
      }
    }),
  );
  register_callback(callback.pointer, null);
  cleanup.defer(() => unregister_callback());
  process_items(new Int32Array(items), items.length);
  outcome();
};

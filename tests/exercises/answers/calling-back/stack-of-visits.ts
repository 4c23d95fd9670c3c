import { dlopen, PointerView } from "ffi";

const { symbols, alloc, callback } = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["pointer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});

/** The visits under way, the innermost last: each knows how to put itself in place. */
const underWay: (() => void)[] = [];

function toInt(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value + 0.5) > 2 ** 31) throw new RangeError(`${value} is no int`);
  return value;
}

export function visit(items: readonly number[], visitor: (value: number) => void): void {
  const ints = items.map(toInt);
  if (ints.length === 0) return;
  const memory = alloc(4 * ints.length);
  const thrown: unknown[] = [];
  try {
    const view = new PointerView(memory.pointer);
    ints.forEach((value, index) => view.setInt32(4 * index, value));
    const told = callback({ parameters: ["i32", "pointer"], result: "void" } as const, (value) => {
      // Once it has thrown, what C still has to tell is passed over.
      if (thrown.length > 0) return;
      try {
        visitor(value);
      } catch (error) {
        thrown.push(error);
      }
    });
    try {
      const enter = (): void => symbols.register_callback(told.pointer, null);
      underWay.push(enter);
      enter();
      symbols.process_items(memory.pointer, ints.length);
    } finally {
      underWay.pop();
      symbols.unregister_callback();
      underWay.at(-1)?.();
      told[Symbol.dispose]();
    }
  } finally {
    memory[Symbol.dispose]();
  }
  if (thrown.length > 0) throw thrown[0];
}

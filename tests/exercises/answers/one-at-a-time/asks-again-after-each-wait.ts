import { dlopen } from "ffi";

const library = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});

/** A promise and what fulfils it. */
function makeGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** In closures, and in no order: who asks first after the end of another one has it. */
export function SharedHandle(config: Uint8Array) {
  const pointer = library.symbols.create_handle(config, config.length);
  if (pointer === null) throw new RangeError("the library refuses the configuration");
  let gate: ReturnType<typeof makeGate> | null = null;
  let closing: Promise<void> | null = null;

  const turnAway = (): void => {
    if (closing !== null) throw Object.assign(new Error("the handle is closed"), { name: "HandleClosed" });
  };

  const use = async (times: number, report: (value: number) => unknown): Promise<number[]> => {
    turnAway();
    while (gate !== null) {
      await gate.opened;
      turnAway();
    }
    const mine = (gate = makeGate());
    const values: number[] = [];
    try {
      for (let left = times; left > 0; left--) {
        values.push(library.symbols.use_handle(pointer));
        await report(values.at(-1)!);
      }
    } finally {
      gate = null;
      mine.open();
    }
    return values;
  };

  const close = async (): Promise<void> => {
    await gate?.opened;
    library.symbols.destroy_handle(pointer);
  };

  return { use, [Symbol.asyncDispose]: (): Promise<void> => (closing ??= close()) };
}

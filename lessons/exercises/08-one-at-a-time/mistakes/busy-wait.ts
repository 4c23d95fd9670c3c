// Says: A task that waits asks for the flag again and again, and never lets the program get to its timers: nothing that the task at
// work waits for can happen.
// Check: Time goes on while a use waits for its turn
// Part: did not come to its end
import { dlopen, type Pointer } from "ffi";

const handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

class HandleClosed extends Error {
  override readonly name = "HandleClosed";
}

export class SharedHandle implements AsyncDisposable {
  readonly #handle: Pointer;
  #busy = false;
  #closing: Promise<void> | null = null;

  constructor(config: Uint8Array) {
    const handle = create_handle(config, config.length);
    if (handle === null) throw new RangeError("there is no handle");
    this.#handle = handle;
  }

  use(
    times: number,
    report: (value: number) => void | Promise<void>,
  ): Promise<number[]> {
    return this.#inTurn(async () => {
      if (this.#closing !== null)
        throw new HandleClosed("the handle is closed");
      const values: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const value = use_handle(this.#handle);
        values.push(value);
        await report(value);
      }
      return values;
    });
  }

  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    while (this.#busy) await null;
    this.#busy = true;
    try {
      return await task();
    } finally {
      this.#busy = false;
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#inTurn(async () =>
      destroy_handle(this.#handle),
    );
    return this.#closing;
  }
}

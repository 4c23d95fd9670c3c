// Says: Nothing keeps a second task away: at each await another one may use the handle, before the first has finished with it.
// Check: Of two uses at once each has the handle for itself
// When: as-it-is
// Part: the values of one use
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
    return task();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#inTurn(async () =>
      destroy_handle(this.#handle),
    );
    return this.#closing;
  }
}

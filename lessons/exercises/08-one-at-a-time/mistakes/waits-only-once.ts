// Says: You wait while the handle is in use and look at it only once. When it is free, all that waited go on, and none of them sees that
// another was faster.
// Check: Of many uses at once each has the handle for itself
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
  #busy: Promise<void> | null = null;
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
    if (this.#busy !== null) await this.#busy;
    const result = task();
    const done = result.then(
      () => {},
      () => {},
    );
    this.#busy = done;
    await done;
    if (this.#busy === done) this.#busy = null;
    return result;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#inTurn(async () =>
      destroy_handle(this.#handle),
    );
    return this.#closing;
  }
}

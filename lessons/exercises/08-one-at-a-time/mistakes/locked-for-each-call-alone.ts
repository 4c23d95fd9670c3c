// Says: The lock is held for a single call of use_handle, and given back before report is waited for. Another task gets in
// between two calls.
// Check: Disposing waits for the use at work and no other
// Part: the answer threw HandleClosed
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
  #line: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  constructor(config: Uint8Array) {
    const handle = create_handle(config, config.length);
    if (handle === null) throw new RangeError("there is no handle");
    this.#handle = handle;
  }

  async use(
    times: number,
    report: (value: number) => void | Promise<void>,
  ): Promise<number[]> {
    const values: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const value = await this.#inTurn(async () => {
        if (this.#closing !== null)
          throw new HandleClosed("the handle is closed");
        return use_handle(this.#handle);
      });
      values.push(value);
      await report(value);
    }
    return values;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#line.then(task);
    this.#line = result.catch(() => {});
    return result;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#inTurn(async () =>
      destroy_handle(this.#handle),
    );
    return this.#closing;
  }
}

// Says: A task looks whether the handle is closed when it gets in line, and not when its turn comes. What waited while the handle
// was disposed is not turned away.
// Check: Disposing waits for the use at work and no other
// Part: a use that waits
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
    if (this.#closing !== null)
      throw new HandleClosed("the handle is closed");
    return this.#inTurn(async () => {
      const values: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const value = use_handle(this.#handle);
        values.push(value);
        await report(value);
      }
      return values;
    });
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

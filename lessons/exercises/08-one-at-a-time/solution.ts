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

/** One handle, for many tasks. One of them has it at a time. */
export class SharedHandle implements AsyncDisposable {
  readonly #handle: Pointer;
  /** Fulfilled when all that were in the line have had their turn. */
  #line: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  /** Throws RangeError when the library gives no handle. */
  constructor(config: Uint8Array) {
    const handle = create_handle(config, config.length);
    if (handle === null) throw new RangeError("there is no handle");
    this.#handle = handle;
  }

  /**
   * Uses the handle so many times, reports each value, and has it for
   * itself until then. Rejects with HandleClosed when it was disposed.
   */
  use(
    times: number,
    report: (value: number) => void | Promise<void>,
  ): Promise<number[]> {
    return this.#inTurn(async () => {
      // Now, and not when it got in line.
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

  /** Runs the task when all before it have ended, well or not. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#line.then(task);
    this.#line = result.catch(() => {});
    return result;
  }

  /** The last in the line. Those before it see that it is there. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#inTurn(async () =>
      destroy_handle(this.#handle),
    );
    return this.#closing;
  }
}

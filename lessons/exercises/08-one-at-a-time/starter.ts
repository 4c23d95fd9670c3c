import { dlopen, type Pointer } from "ffi";

const handles = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: ["pointer"], result: "void" },
});
const { create_handle, use_handle, destroy_handle } = handles.symbols;

/** One handle, for many tasks. */
export class SharedHandle implements AsyncDisposable {
  readonly #handle: Pointer;

  constructor(config: Uint8Array) {
    this.#handle = create_handle(config, config.length)!;
  }

  /** Uses the handle so many times, and reports each value. */
  async use(
    times: number,
    report: (value: number) => void | Promise<void>,
  ): Promise<number[]> {
    const values: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const value = use_handle(this.#handle);
      values.push(value);
      await report(value);
    }
    return values;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    destroy_handle(this.#handle);
  }
}

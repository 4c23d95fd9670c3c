import { dlopen, owned, taken } from "ffi";

const { symbols } = dlopen("handles", {
  create_handle: { parameters: ["buffer", "usize"], result: owned("pointer", "destroy_handle") },
  use_handle: { parameters: ["pointer"], result: "i32" },
  destroy_handle: { parameters: [taken("pointer")], result: "void" },
});

function closed(): Error {
  const error = new Error("closed");
  error.name = "HandleClosed";
  return error;
}

/** Hands itself to the next in its queue, so that it is never free while one waits. */
class Lock {
  #isTaken = false;
  #waiting: { go: () => void; refuse: (error: Error) => void }[] = [];

  take(): Promise<void> {
    return new Promise((go, refuse) => {
      if (this.#isTaken) this.#waiting.push({ go, refuse });
      else {
        this.#isTaken = true;
        go();
      }
    });
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next) next.go();
    else this.#isTaken = false;
  }

  refuseAll(error: Error): void {
    for (const { refuse } of this.#waiting.splice(0)) refuse(error);
  }
}

export class SharedHandle {
  #handle;
  #lock = new Lock();
  #isClosing = false;
  #closed: Promise<void> | undefined;

  constructor(config: Uint8Array) {
    const handle = symbols.create_handle(config, config.byteLength);
    if (!handle) throw new RangeError("refused");
    this.#handle = handle;
  }

  async use(times: number, report: (value: number) => void | Promise<void>): Promise<number[]> {
    if (this.#isClosing) throw closed();
    await this.#lock.take();
    try {
      if (this.#isClosing) throw closed();
      const values = [];
      while (values.length < times) {
        const value = symbols.use_handle(this.#handle.pointer);
        values.push(value);
        await report(value);
      }
      return values;
    } finally {
      this.#lock.release();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#isClosing = true;
    this.#lock.refuseAll(closed());
    await this.#lock.take();
    this.#handle[Symbol.dispose]();
  }
}

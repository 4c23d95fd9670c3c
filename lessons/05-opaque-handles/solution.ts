import { dlopen, type Pointer } from "ffi";

declare const handleBrand: unique symbol;
/** A `Handle *`. No other pointer is one, as TypeScript sees it. */
type HandlePointer = Pointer & { readonly [handleBrand]: "Handle" };

/** The header once more, with a type for its handle. */
interface Bindings {
  create_handle(config: Uint8Array, len: number): HandlePointer | null;
  use_handle(handle: HandlePointer): number;
  destroy_handle(handle: HandlePointer): void;
}

class HandleClosed extends Error {
  override readonly name = "HandleClosed";
}

/** One handle. It is alive from its creation to its disposal. */
class Handle implements Disposable {
  readonly #bindings: Bindings;
  readonly #open: Set<Handle>;
  #pointer: HandlePointer | null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(b: Bindings, pointer: HandlePointer, open: Set<Handle>) {
    this.#bindings = b;
    this.#pointer = pointer;
    this.#open = open.add(this);
  }

  /** Throws HandleClosed after the disposal. */
  use(): number {
    return this.#bindings.use_handle(this.#alive());
  }

  /** Runs `task` when all earlier ones are done: one at a time. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => {});
    return result;
  }

  #alive(): HandlePointer {
    if (this.#pointer === null)
      throw new HandleClosed("this handle has been closed");
    return this.#pointer;
  }

  /** Twice does no more than once. */
  [Symbol.dispose](): void {
    const pointer = this.#pointer;
    if (pointer === null) return;
    this.#pointer = null;
    this.#open.delete(this);
    this.#bindings.destroy_handle(pointer);
  }
}

/** The library, and the handles that it has given out. */
class Handles implements Disposable {
  static readonly mostConfigBytes = 4096;
  readonly #library = dlopen("handles", {
    create_handle: {
      parameters: ["buffer", "usize"],
      result: "pointer",
    },
    use_handle: { parameters: ["pointer"], result: "i32" },
    destroy_handle: { parameters: ["pointer"], result: "void" },
  });
  // The one place where a plain pointer becomes a HandlePointer.
  readonly #bindings = this.#library.symbols as Bindings;
  readonly #open = new Set<Handle>();

  /** Throws RangeError for a configuration that is too long. */
  create(config: Uint8Array): Handle {
    if (config.length > Handles.mostConfigBytes)
      throw new RangeError(`${config.length} bytes are too many`);
    const pointer = this.#bindings.create_handle(config, config.length);
    if (pointer === null) throw new Error("there is no memory left");
    return new Handle(this.#bindings, pointer, this.#open);
  }

  /** Closes the handles that are still open, and then the library. */
  [Symbol.dispose](): void {
    for (const handle of this.#open) handle[Symbol.dispose]();
    this.#library.close();
  }
}

using handles = new Handles();

function twice(config: Uint8Array): Handle {
  using handle = handles.create(config);
  console.log("first use:", handle.use());
  console.log("second use:", handle.use());
  return handle; // closed by the time the caller has it
}

const closed = twice(Uint8Array.of(10, 20, 12));
const forgotten = handles.create(new Uint8Array(0));
console.log("an empty one:", forgotten.use());
for (const attempt of [
  () => closed.use(),
  () => handles.create(new Uint8Array(5000)),
]) {
  try {
    attempt();
  } catch (error) {
    const { name, message } = error as Error;
    console.log(`${name}: ${message}`);
  }
}
closed[Symbol.dispose]();

// Two tasks, each with a pause between its two uses.
using shared = handles.create(Uint8Array.of(10, 20, 12));
const pause = () => new Promise((done) => setTimeout(done, 1));
async function task(name: string): Promise<void> {
  const before = shared.use();
  await pause();
  console.log(name, "counted", shared.use() - before);
}
await Promise.all([
  shared.inTurn(() => task("first")),
  shared.inTurn(() => task("second")),
]);

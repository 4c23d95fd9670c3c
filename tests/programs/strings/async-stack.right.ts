// Text, a database's handle and what a program defers, on one stack that is waited for.
import { dlopen, PointerView, type Pointer } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: "pointer" },
  set_name: { parameters: ["pointer"], result: "bool" },
  free_string: { parameters: ["pointer"], result: "void" },
} as const);
const { get_error_message, set_name, free_string } = strings.symbols;
const pause = () => new Promise<void>((go) => setTimeout(go, 1));

class Message implements AsyncDisposable {
  readonly #pointer: Pointer;
  constructor(pointer: Pointer) {
    this.#pointer = pointer;
  }
  text(): string {
    return new PointerView(this.#pointer).getCString();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await pause();
    free_string(this.#pointer);
    console.log("message released");
  }
}

async function explain(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => console.log("last"));
  const name = stack.use(strings.cstring(""));
  set_name(name.pointer);
  const message = stack.use(new Message(get_error_message()!));
  stack.adopt(message.text().length, async (length) => {
    await pause();
    console.log(length > 0);
  });
  stack.use(null);
}
await explain();

const moved = new AsyncDisposableStack();
moved.use(strings.cstring("Ada"));
const kept = moved.move();
console.log(moved.disposed, kept.disposed);
await kept.disposeAsync();
console.log(kept.disposed, String(kept));

try {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => {
    throw new Error("first pushed");
  });
  stack.defer(() => Promise.reject(new Error("last pushed")));
  throw new Error("body");
} catch (error) {
  if (!(error instanceof SuppressedError)) throw error;
  const { error: later, suppressed } = error;
  console.log(error.name, String(later), String(suppressed));
  console.log(later instanceof SuppressedError && `${String(later.error)}, ${String(later.suppressed)}`);
}
// prints true
// prints message released
// prints last
// prints true false
// prints true [object AsyncDisposableStack]
// prints SuppressedError SuppressedError: An error was suppressed during disposal. Error: body
// prints Error: first pushed, Error: last pushed

import { dlopen, owned, PointerView } from "ffi";

const TABLE = {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: ["pointer"], result: "void" },
} as const;

class OutOfMemoryError extends Error {
  constructor() {
    super("the library refuses the name, and has no memory to say why");
    this.name = OutOfMemoryError.name;
  }
}

/** Decodes a text byte for byte. */
function decode(view: PointerView): string {
  const bytes: number[] = [];
  for (let byte = view.getUint8(); byte !== 0; byte = view.getUint8(bytes.length)) bytes.push(byte);
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** A library for each name, which is closed when all that came from it is released. It asks for a message in any case. */
export function errorOf(name: string): string | null {
  using resources = new DisposableStack();
  const library = resources.use(dlopen("strings", TABLE));
  const { pointer } = resources.use(library.cstring(name));
  const isRefused = !library.symbols.set_name(pointer);
  const message = resources.use(library.symbols.get_error_message());
  if (message) return decode(new PointerView(message.pointer));
  if (isRefused) throw new OutOfMemoryError();
  return null;
}

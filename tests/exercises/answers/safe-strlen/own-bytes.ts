import { dlopen, NulError, PointerView } from "ffi";

class Basics {
  readonly #library = dlopen("basics", {
    strlen: { parameters: ["pointer"], result: "usize" },
    malloc: { parameters: ["usize"], result: "pointer" },
    free: { parameters: ["pointer"], result: "void" },
  });

  length(text: string): number {
    const { malloc, free, strlen } = this.#library.symbols;
    const nul = text.indexOf("\0");
    if (nul >= 0) throw new NulError(nul);
    const bytes = new TextEncoder().encode(text);
    const memory = malloc(bytes.length + 1);
    if (memory === null) throw new RangeError("there is no memory left");
    const array = new PointerView(memory).getArray("u8", bytes.length + 1);
    array.set(bytes);
    array[bytes.length] = 0;
    const length = strlen(memory);
    free(memory);
    return length;
  }
}

const basics = new Basics();

export function safeStrlen(text: string): number {
  return basics.length(text);
}

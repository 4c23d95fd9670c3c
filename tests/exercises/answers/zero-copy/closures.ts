import { dlopen, PointerView } from "ffi";

interface Shared {
  readonly size: number;
  lend<T>(work: (bytes: Uint8Array) => T): T;
  invert(): void;
  grow(size: number): void;
  [Symbol.dispose](): void;
}

const fail = (name: string): never => {
  throw Object.assign(new Error(`it cannot be done: ${name}`), { name });
};

/** No fields: what it knows is in closures, and the library is its own. */
function makeShared(size: number): Shared {
  if (!(Number.isSafeInteger(size) && size >= 1 && size < 2 ** 31)) fail("RangeError");
  const library = dlopen("zerocopy", {
    create_buffer: { parameters: ["usize"], result: "pointer" },
    destroy_buffer: { parameters: ["pointer"], result: "void" },
    get_buffer_data: { parameters: ["pointer"], result: "pointer" },
    get_buffer_size: { parameters: ["pointer"], result: "usize" },
    process_buffer: { parameters: ["pointer"], result: "i32" },
    grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
  });
  const c = library.symbols;
  const buffer = c.create_buffer(size);
  if (buffer === null) {
    library.close();
    return fail("RangeError");
  }
  let depth = 0;
  let open = true;
  const use = <T>(act: () => T): T => (open ? act() : fail("BufferClosed"));
  return {
    get size() {
      return use(() => c.get_buffer_size(buffer));
    },
    lend: (work) =>
      use(() => {
        const length = c.get_buffer_size(buffer);
        const view = new PointerView(c.get_buffer_data(buffer)!);
        depth++;
        try {
          return work(view.getArray("u8", length));
        } finally {
          depth--;
        }
      }),
    invert: () => use(() => void c.process_buffer(buffer)),
    grow: (wanted) =>
      use(() => {
        if (depth > 0) fail("BytesLent");
        const known = Number.isInteger(wanted) && wanted >= c.get_buffer_size(buffer) && wanted < 2 ** 31;
        if (!known || !c.grow_buffer(buffer, wanted)) fail("RangeError");
      }),
    [Symbol.dispose]: () => {
      if (!open) return;
      if (depth > 0) fail("BytesLent");
      open = false;
      c.destroy_buffer(buffer);
      library.close();
    },
  };
}

export const SharedBytes = function (size: number) {
  return makeShared(size);
};

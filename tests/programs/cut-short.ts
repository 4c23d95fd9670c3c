/** Throws while it holds the message that C handed over; what is declared with `using` is released on the way out. */
export const LEAK_THEN_THROW = `import { dlopen } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});
using empty = lib.cstring("");
lib.symbols.set_name(empty.pointer);
const message = lib.symbols.get_error_message();
if (message) throw new Error("on the way out");
lib.symbols.free_string(message);
`;

/** Never ends, while it holds two buffers, and C the bytes of each, 8 and 16. */
export const HOLD_FOR_EVER = `import { dlopen } from "ffi";
using lib = dlopen("zerocopy", { create_buffer: { parameters: ["usize"], result: "pointer" } });
const buffers = [8, 16].map((size) => lib.symbols.create_buffer(size));
console.log("before the loop", buffers.length);
for (;;) {}
`;

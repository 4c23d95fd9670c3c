// The end lies before the start, and the length becomes negative.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  memset: {
    parameters: ["pointer", "i32", "usize"],
    result: "pointer",
  },
});

using buffer = strings.alloc(8);
const clear = (start: number, end: number) => {
  strings.symbols.memset(buffer.pointer, 0, end - start); // FFI019
};

clear(0, 8);
clear(6, 2);

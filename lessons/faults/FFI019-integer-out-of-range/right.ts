// The range is checked where the two numbers come together.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  memset: {
    parameters: ["pointer", "i32", "usize"],
    result: "pointer",
  },
});

using buffer = strings.alloc(8);
const clear = (start: number, end: number) => {
  if (end < start) throw new RangeError(`${start} is after ${end}`);
  strings.symbols.memset(buffer.pointer, 0, end - start);
};

clear(0, 8);
try {
  clear(6, 2);
} catch (error) {
  console.log((error as Error).message);
}

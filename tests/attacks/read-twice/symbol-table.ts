// Open: FFI014 at line 5, prints "FfiFault", prints "2".
// Sealed: FFI014 at line 5, prints "FfiFault", prints "2".
// A table whose entries say something else each time: as C has it for the comparison, as the program likes for the call.
import { dlopen } from "ffi";
const open = (table: any) => dlopen("strings", table) as any;
let reads = 0;
const lib = open({
  get strlen() {
    reads += 1;
    return {
      get result() {
        reads += 1;
        return reads > 2 ? "usize" : "pointer";
      },
      parameters: ["pointer"],
    };
  },
});
try {
  lib.symbols.strlen(null);
} catch (error: any) {
  console.log(error.name);
}
console.log(reads);

// Open: refused "line 4: The name globalThis belongs to the language".
// Sealed: refused "line 4: The name globalThis belongs to the language".
// An import is a constant of the compiled program, which stands behind the line that reads the runtime.
import { struct as globalThis } from "ffi";
console.log(typeof globalThis);

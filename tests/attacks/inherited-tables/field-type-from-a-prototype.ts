// Open: prints "TypeError toString", prints "TypeError constructor", prints "TypeError __proto__", prints "TypeError valueOf".
// Sealed: prints "TypeError toString", prints "TypeError constructor", prints "TypeError __proto__", prints "TypeError valueOf".
// Every object has these names, and a table of types that is an object has them too.
import { array, struct } from "ffi";
for (const name of ["toString", "constructor", "__proto__", "valueOf"] as any[]) {
  try {
    console.log("size", struct({ x: "u32", evil: name }).byteLength);
  } catch (error: any) {
    console.log(error.name, name);
  }
  try {
    console.log("size", array(name, 2).byteLength);
  } catch {}
}

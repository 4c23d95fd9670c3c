// says The initializer of a 'using' declaration must be either an object with a '[Symbol.dispose]()' method, or be 'null' or 'undefined'.
// says Property '[Symbol.dispose]' is missing in type 'Pointer' but required in type 'Disposable'.
import { dlopen } from "ffi";
using strings = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
using version = strings.symbols.get_version(); // here
console.log(version);

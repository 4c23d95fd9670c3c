// says Property 'result' is missing in type '{ parameters: never[]; }' but required in type 'SymbolDefinition'.
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  stored_length: { parameters: [] }, // here
});
console.log(strings);

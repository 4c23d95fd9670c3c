// says Object literal may only specify known properties, but 'get_versoin' does not exist in type 'SymbolTable<"strings"> & ReleasesDeclared<SymbolTable<"strings">>'. Did you mean to write 'get_version'?
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  get_versoin: { parameters: [], result: "pointer" }, // here
});
console.log(strings);

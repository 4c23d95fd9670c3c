// Open: FFI002 at line 13, prints "SymbolError".
// Sealed: FFI002 at line 13, prints "SymbolError".
// The function that releases a result is looked up by a name that every table has: nothing would be released, and it would
// count as done. The table that the program sees is not where it is looked up, either.
import { dlopen, owned } from "ffi";
const lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: owned("pointer", "toString" as any) },
} as any) as any;
lib.symbols.set_name(null);
{
  const symbols = lib.symbols;
  const message = symbols.get_error_message();
  try {
    symbols.own = () => {};
    message[Symbol.dispose]();
  } catch (error: any) {
    console.log(error.name);
  }
}

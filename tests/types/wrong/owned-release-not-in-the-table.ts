// says Type 'OwnedType<"pointer", "free_string">' is not assignable to type 'OwnedType<"pointer", "free_string"> & "this table has to declare free_string, which releases the result"'.
// says Type 'OwnedType<"pointer", "free_string">' is not assignable to type '"this table has to declare free_string, which releases the result"'.
import { dlopen, owned } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: owned("pointer", "free_string") }, // here
});
console.log(strings.symbols.get_error_message());

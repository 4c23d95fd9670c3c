// says Argument of type '(value: number) => void' is not assignable to parameter of type 'Pointer'.
import { dlopen } from "ffi";
using callbacks = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
});
callbacks.symbols.register_callback((value: number) => console.log(value), null); // here

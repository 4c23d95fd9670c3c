import { dlopen, owned, taken } from "ffi";

using values = dlopen("values", {
  make: { parameters: ["i32"], result: owned("pointer", "drop") },
  drop: { parameters: [taken("pointer")], result: "void" },
});
using made = values.symbols.make(1);
if (made) values.symbols.drop(made.move());

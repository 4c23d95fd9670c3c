import { dlopen, owned, taken } from "ffi";

using values = dlopen("values", {
  make: { parameters: ["i32"], result: owned("pointer", "drop") },
  drop: { parameters: [taken("pointer")], result: "void" },
});
{
  const made = values.symbols.make(1);
  using stack = new DisposableStack();
  stack.use(made);
  console.log(stack.disposed);
}

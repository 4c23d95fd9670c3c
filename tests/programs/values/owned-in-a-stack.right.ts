// prints 2
// prints 0
// prints 2 41
// prints 0
// prints 0
// prints 5
// prints [ "second", "first" ]
import { dlopen, owned, PointerView, taken, type OwnedResult } from "ffi";

using values = dlopen("values", {
  make: { parameters: ["i32"], result: owned("pointer", "drop") },
  drop: { parameters: [taken("pointer")], result: "void" },
  made_now: { parameters: [], result: "i32" },
  malloc: { parameters: ["usize"], result: "pointer" },
  adopt: { parameters: [taken("pointer")], result: "i32" },
});
const { make, drop, made_now, malloc, adopt } = values.symbols;

// A stack releases what is on it at the end of its scope, the last first.
{
  using stack = new DisposableStack();
  stack.use(make(1));
  stack.use(make(2));
  console.log(made_now());
}
console.log(made_now());

// What a stack holds moves out of a scope with it.
function makeTwo(): { stack: DisposableStack; first: OwnedResult | null } {
  using stack = new DisposableStack();
  const first = stack.use(make(41));
  stack.use(make(42));
  return { stack: stack.move(), first };
}
{
  const { stack: kept, first } = makeTwo();
  console.log(made_now(), first && new PointerView(first.pointer).getInt32());
  kept.dispose();
}
console.log(made_now());

// What a function of the library takes over moves to it: the end of the scope no longer releases it.
{
  using given = make(77);
  if (given) drop(given.move());
}
console.log(made_now());
// Memory for C to release comes from C's own allocator.
const block = malloc(4);
if (block) {
  new PointerView(block).setInt32(0, 5);
  console.log(adopt(block));
}

// A stack moves, too; and a second disposal of it does nothing.
const order: string[] = [];
function opened(): DisposableStack {
  using stack = new DisposableStack();
  stack.defer(() => order.push("first"));
  stack.adopt("second", (name) => order.push(name));
  return stack.move();
}
const stack = opened();
stack.dispose();
stack[Symbol.dispose]();
console.log(order);

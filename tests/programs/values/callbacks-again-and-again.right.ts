// prints 3 [ 1, 2 ]
// prints 5
// prints 6 7
// prints 500 true
import { dlopen, PointerView, type Callback, type Pointer } from "ffi";

using values = dlopen("values", {
  call_with: { parameters: ["function", "i32", "pointer"], result: "i32" },
  call_both: { parameters: ["function", "function", "pointer"], result: "i32" },
});
const { call_with, call_both } = values.symbols;
const counting = { parameters: ["i32", "pointer"], result: "i32" } as const;

// The same callback, given twice at once.
const depths: number[] = [];
using twice = values.callback(counting, (depth) => {
  depths.push(depth);
  return depth;
});
console.log(call_both(twice.pointer, twice.pointer, null), depths);

// A callback that calls C, which calls it again, five levels deep.
using deep = values.callback(counting, (depth, data) =>
  depth >= 5 ? depth : call_with(deep.pointer, depth + 1, data),
);
console.log(call_with(deep.pointer, 1, null));

// A callback that is closed by itself while C still calls it, and not any more afterwards.
let own: Callback | null = null;
using context = values.alloc(4);
new PointerView(context.pointer).setInt32(0, 7);
const closing = values.callback(counting, (depth, data: Pointer | null) => {
  own?.[Symbol.dispose]();
  return depth + (data ? new PointerView(data).getInt32() : 0);
});
own = closing;
console.log(call_with(closing.pointer, -1, context.pointer), new PointerView(context.pointer).getInt32());

// The table of functions grows with each callback.
let sum = 0;
const many: Callback[] = [];
for (let i = 0; i < 500; i++) many.push(values.callback(counting, () => 1));
for (const callback of many) sum += call_with(callback.pointer, 0, null);
for (const callback of many) callback[Symbol.dispose]();
console.log(sum, new Set(many.map((callback) => callback.pointer)).size === 500);

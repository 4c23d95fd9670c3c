// prints [ 1, 4, 9 ]
// prints { value: 7 }
import { dlopen, PointerView, type Pointer } from "ffi";
using shapes = dlopen("shapes", {
  visit_all: { parameters: ["buffer", "usize", "function", "pointer"], result: "void" },
  log_line: { parameters: ["function", "pointer"], result: "void" },
});
const squares: number[] = [];
using visit = shapes.callback({ parameters: ["i32", "pointer"], result: "void" }, (value) => {
  squares.push(value * value);
});
shapes.symbols.visit_all(Int32Array.of(1, 2, 3), 3, visit.pointer, null);
console.log(squares);
// C hands user_data back, and a callback may call C again.
using box = shapes.alloc(4);
new PointerView(box.pointer).setInt32(0, 7);
let nested = 0;
using inner = shapes.callback({ parameters: ["i32", "pointer"], result: "void" }, (_value, data: Pointer | null) => {
  nested = data ? new PointerView(data).getInt32() : -1;
});
using outer = shapes.callback({ parameters: ["pointer"], result: "void" }, () => {
  shapes.symbols.visit_all(Int32Array.of(1), 1, inner.pointer, box.pointer);
});
using line = shapes.cstring("x");
shapes.symbols.log_line(outer.pointer, line.pointer);
console.log({ value: nested });

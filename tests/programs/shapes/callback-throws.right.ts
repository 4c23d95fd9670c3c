import { dlopen } from "ffi";
using shapes = dlopen("shapes", {
  visit_all: { parameters: ["buffer", "usize", "function", "pointer"], result: "void" },
});
using visit = shapes.callback({ parameters: ["i32", "pointer"], result: "void" }, (value) => {
  try {
    if (value === 2) throw new RangeError("no twos");
  } catch (error) {
    console.log((error as Error).message);
  }
});
shapes.symbols.visit_all(Int32Array.of(1, 2, 3), 3, visit.pointer, null);

import { dlopen } from "ffi";
using shapes = dlopen("shapes", {
  visit_all: { parameters: ["buffer", "usize", "function", "pointer"], result: "void" },
});
const visit = shapes.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {});
shapes.symbols.visit_all(Int32Array.of(1, 2, 3), 3, visit.pointer, null);
visit[Symbol.dispose]();

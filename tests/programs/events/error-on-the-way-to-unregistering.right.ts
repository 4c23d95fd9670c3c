// prints went on
import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
});
const { register_event_handler, unregister_event_handler } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using handler = lib.callback(definition, () => {});
function work(): void {
  const id = register_event_handler(handler.pointer, null);
  try {
    JSON.parse("not JSON");
  } finally {
    unregister_event_handler(id);
  }
}
try {
  work();
} catch {
  console.log("went on");
}

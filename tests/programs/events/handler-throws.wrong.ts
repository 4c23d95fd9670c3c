import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
const seen = new Map<number, string[]>();
using handler = lib.callback(definition, (type) => {
  seen.get(type)!.push("seen"); // FFI015
});
const id = register_event_handler(handler.pointer, null);
try {
  trigger_event_sized(1, new Uint8Array(1), 1);
} catch (error) {
  console.log((error as Error).name);
} finally {
  unregister_event_handler(id);
}

import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: "pointer" },
  close_monitor: { parameters: ["pointer"], result: "void" },
  describe_monitor: { parameters: ["pointer"], result: owned("pointer", "free_description") },
  free_description: { parameters: ["pointer"], result: "void" },
});
const { open_monitor, close_monitor, describe_monitor } = lib.symbols;
const WATCHER = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
function open(name: string): Pointer {
  using text = lib.cstring(name);
  const monitor = open_monitor(text.pointer);
  if (monitor === null) throw new Error("no memory");
  return monitor;
}
const monitor = open("door");
const description = describe_monitor(monitor); // FFI002 in describe_monitor
console.log(description ? new PointerView(description.pointer).getCString() : "no memory");
close_monitor(monitor);

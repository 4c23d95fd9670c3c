import { dlopen, type Pointer } from "ffi";
using lib = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: "pointer" },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
  feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
});
const { open_monitor, close_monitor, watch_monitor, feed_monitor } = lib.symbols;
const WATCHER = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
function open(name: string): Pointer {
  using text = lib.cstring(name);
  const monitor = open_monitor(text.pointer);
  if (monitor === null) throw new Error("no memory");
  return monitor;
}
const monitor = open("door");
using closing = lib.callback(WATCHER, (itself) => close_monitor(itself));
using other = lib.callback(WATCHER, () => {});
watch_monitor(monitor, closing.pointer, null);
feed_monitor(monitor, 1);
try {
  watch_monitor(monitor, other.pointer, null); // FFI004 in watch_monitor
} catch {
  console.log("ended");
}

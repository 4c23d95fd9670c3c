// prints first
// prints 1
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
const seen: string[] = [];
using first = lib.callback(WATCHER, (itself) => {
  seen.push("first");
  if (itself) close_monitor(itself);
});
using second = lib.callback(WATCHER, () => void seen.push("second"));
watch_monitor(monitor, first.pointer, null);
watch_monitor(monitor, second.pointer, null);
const called = feed_monitor(monitor, 1);
console.log(seen.join(" "));
console.log(called);

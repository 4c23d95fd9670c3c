// prints door: 0 values, 0 watchers
// prints [ 1, 2, 1, 0 ]
// prints a 0.5, a 1.5, b 1.5, b 2.5
// prints door: 4 values, 0 watchers
// prints [ -1, -3, -2 ]
import { dlopen, owned, PointerView, type Pointer } from "ffi";
using lib = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: "pointer" },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
  unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
  feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
  describe_monitor: { parameters: ["pointer"], result: owned("pointer", "free_description") },
  free_description: { parameters: ["pointer"], result: "void" },
});
const { open_monitor, close_monitor, watch_monitor, unwatch_monitor, feed_monitor, describe_monitor } = lib.symbols;
const WATCHER = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
function open(name: string): Pointer {
  using text = lib.cstring(name);
  const monitor = open_monitor(text.pointer);
  if (monitor === null) throw new Error("no memory");
  return monitor;
}
function describe(monitor: Pointer): string {
  using description = describe_monitor(monitor);
  return description ? new PointerView(description.pointer).getCString() : "no memory";
}
const monitor = open("door");
console.log(describe(monitor));
const seen: string[] = [];
using a = lib.callback(WATCHER, (_monitor, value) => void seen.push(`a ${value}`));
using b = lib.callback(WATCHER, (_monitor, value) => void seen.push(`b ${value}`));
const first = watch_monitor(monitor, a.pointer, null);
const called = [feed_monitor(monitor, 0.5)];
const second = watch_monitor(monitor, b.pointer, null);
called.push(feed_monitor(monitor, 1.5));
unwatch_monitor(monitor, first);
called.push(feed_monitor(monitor, 2.5));
unwatch_monitor(monitor, second);
called.push(feed_monitor(monitor, 3.5));
console.log(called);
console.log(seen.join(", "));
console.log(describe(monitor));
const most = Array.from({ length: 9 }, () => watch_monitor(monitor, a.pointer, null));
console.log([watch_monitor(monitor, null, null), unwatch_monitor(monitor, first), most.at(-1)]);
close_monitor(monitor);

// prints 1 2 1 3 3
import { dlopen, type Pointer } from "ffi";
using lib = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: "pointer" },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
  unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
  feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
});
const { open_monitor, close_monitor, watch_monitor, unwatch_monitor, feed_monitor } = lib.symbols;
const WATCHER = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
function open(name: string): Pointer {
  using text = lib.cstring(name);
  const monitor = open_monitor(text.pointer);
  if (monitor === null) throw new Error("no memory");
  return monitor;
}
const monitor = open("door");
const ids = new Map<number, number>();
const seen: number[] = [];
using third = lib.callback(WATCHER, () => void seen.push(3));
using second = lib.callback(WATCHER, (itself) => {
  seen.push(2);
  unwatch_monitor(itself!, ids.get(2)!);
  ids.set(3, watch_monitor(itself!, third.pointer, null));
});
using first = lib.callback(WATCHER, (itself, value) => {
  seen.push(1);
  if (value === 2) unwatch_monitor(itself!, ids.get(1)!);
});
ids.set(1, watch_monitor(monitor, first.pointer, null));
ids.set(2, watch_monitor(monitor, second.pointer, null));
for (const value of [1, 2, 3]) feed_monitor(monitor, value);
console.log(seen.join(" "));
close_monitor(monitor);

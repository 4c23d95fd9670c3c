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
const [one, other] = [open("one"), open("other")];
const watcher = lib.callback(WATCHER, () => {});
const id = watch_monitor(one, watcher.pointer, null);
// The number is the other one's, if it has any.
unwatch_monitor(other, id);
watcher[Symbol.dispose]();
feed_monitor(one, 1); // FFI013 in feed_monitor
close_monitor(one);
close_monitor(other);

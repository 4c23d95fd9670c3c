// prints 1
// prints 1 value, 1 watcher
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
const [one, other] = [open("one"), open("other")];
using counting = lib.callback(WATCHER, () => {});
// Both have the number 1: a number says nothing without its monitor.
watch_monitor(one, counting.pointer, null);
const id = watch_monitor(other, counting.pointer, null);
close_monitor(one);
console.log(feed_monitor(other, 1));
console.log(describe(other).slice("other: ".length));
unwatch_monitor(other, id);
close_monitor(other);

import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** What C has registered whenever the program prints: by the printed word, a line for each registration. */
async function registeredWhen(text: string): Promise<Record<string, string[]>> {
  const outcome = await runProgram(text);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  expect(outcome.report).toMatchObject({ status: "completed", faults: [] });
  const { ledger } = outcome;
  const registered: Record<string, string[]> = {};
  for (let step = 1; step <= ledger.length; step += 1) {
    const last = ledger.at(step).console.at(-1)?.text;
    if (last === undefined || last in registered) continue;
    registered[last] = ledger
      .callbacks(step)
      .flatMap(({ label, registrations }) => registrations.map(({ by, endedBy }) => `${label}: ${by}, ${endedBy}`));
  }
  return registered;
}

test("a table's functions are registered together, until a put-off end is over", async () => {
  const registered = await registeredWhen(`import { dlopen, PointerView } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins } = lib.symbols;
using same = lib.callback({ parameters: ["i32", "pointer"], result: "i32" }, (value) => {
  if (value === 2) unload_plugin(id);
  if (value === 2) console.log("put off");
  if (value === 2) run_plugins(3);
  if (value === 2) console.log("a run within it has returned");
  return value;
});
using last = lib.callback({ parameters: ["pointer"], result: "void" }, () => console.log("stopping"));
using unused = lib.callback({ parameters: ["pointer"], result: "void" }, () => {});
using table = lib.alloc(20);
const view = new PointerView(table.pointer);
const fields = [2, same.pointer, null, null, last.pointer];
view.setInt32(0, 3);
for (const at of [1, 2, 3, 4]) view.setPointer(4 * at, fields[at] as never);
load_plugin(table.pointer);
console.log("refused");
view.setInt32(0, 2);
const id = load_plugin(table.pointer);
console.log("loaded");
unload_plugin(id + 1);
console.log("another unloaded");
run_plugins(2);
console.log("over");`);
  const both = ["same: load_plugin, unload_plugin", "last: load_plugin, unload_plugin"];
  expect(registered).toEqual({
    refused: [],
    loaded: both,
    "another unloaded": both,
    "put off": both,
    "a run within it has returned": both,
    stopping: both,
    over: [],
  });
});

test("a watcher is registered with its own monitor", async () => {
  const registered = await registeredWhen(`import { dlopen } from "ffi";
using lib = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: "pointer" },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
  unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
});
const { open_monitor, close_monitor, watch_monitor, unwatch_monitor } = lib.symbols;
using name = lib.cstring("door");
const one = open_monitor(name.pointer);
const other = open_monitor(name.pointer);
const definition = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
using a = lib.callback(definition, () => {});
using b = lib.callback(definition, () => {});
using c = lib.callback(definition, () => {});
const ids = [watch_monitor(one, a.pointer, null), watch_monitor(other, b.pointer, null), watch_monitor(one, c.pointer, null)];
console.log("all");
unwatch_monitor(other, ids[2]!);
console.log("not the other one's");
unwatch_monitor(one, ids[0]!);
console.log("one ended");
close_monitor(one);
console.log("one closed");
close_monitor(other);
console.log("both closed");`);
  const [a, b, c] = ["a", "b", "c"].map((label) => `${label}: watch_monitor, unwatch_monitor`);
  expect(registered).toEqual({
    all: [a, b, c],
    "not the other one's": [a, b, c],
    "one ended": [b, c],
    "one closed": [b],
    "both closed": [],
  });
});

import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** What C remembers of each block whenever the program prints: by the printed word, the blocks' labels and who keeps them. */
async function keptWhen(text: string): Promise<Record<string, Record<string, string | null>>> {
  const outcome = await runProgram(text);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  const kept: Record<string, Record<string, string | null>> = {};
  for (let step = 1; step <= ledger.length; step += 1) {
    const { console: printed, blocks } = ledger.at(step);
    const last = printed.at(-1)?.text;
    if (last === undefined || last in kept) continue;
    kept[last] = Object.fromEntries(blocks.map(({ label, keptBy }) => [label, keptBy]));
  }
  return kept;
}

test("what a library remembers of memory is what stands in its own, no longer and no shorter", async () => {
  const kept = await keptWhen(`import { dlopen } from "ffi";
using lib = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
});
const { store_string, stored_length } = lib.symbols;
using first = lib.cstring("first");
using second = lib.cstring("second");
console.log("before");
store_string(first.pointer);
console.log("stored");
stored_length();
console.log("asked");
store_string(second.pointer);
console.log("replaced");
second[Symbol.dispose]();
console.log("released");
store_string(null);
console.log("forgotten");
`);
  expect(kept).toEqual({
    before: { first: null, second: null },
    stored: { first: "store_string", second: null },
    asked: { first: "store_string", second: null },
    replaced: { first: null, second: "store_string" },
    released: { first: null, second: "store_string" },
    forgotten: { first: null, second: null },
  });
});

test("user data is remembered as long as the registration it was given with", async () => {
  const kept = await keptWhen(`import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
});
const { register_event_handler, unregister_event_handler } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using handler = lib.callback(definition, () => {});
using one = lib.alloc(4);
using other = lib.alloc(4);
const first = register_event_handler(handler.pointer, one.pointer);
const second = register_event_handler(handler.pointer, other.pointer);
console.log("both");
unregister_event_handler(first);
console.log("one gone");
unregister_event_handler(second);
console.log("none");
`);
  expect(kept).toEqual({
    both: { one: "register_event_handler", other: "register_event_handler" },
    "one gone": { one: null, other: "register_event_handler" },
    none: { one: null, other: null },
  });
});

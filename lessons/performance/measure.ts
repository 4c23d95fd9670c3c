// What crossing the boundary costs, measured where you are.
import { dlopen, PointerView } from "ffi";

/** A sample has to be long beside what the clock can tell apart. */
const SAMPLE_MS = 4;
const WARM_UP = 3;
const SAMPLES = 13;

// Every result goes in here, and its end is printed, so that no
// compiler may leave the work out.
let sink = 0;

type Turns = (times: number) => void;

/** Nanoseconds of one turn: the median, and the middle half. */
function measure(turns: Turns): {
  median: number;
  low: number;
  high: number;
} {
  let times = 1;
  // The engine makes the loop faster while it runs, so a sample counts
  // as warm only when several in a row have lasted long enough.
  for (let warm = 0; warm < WARM_UP;) {
    const took = timed(turns, times);
    warm = took < SAMPLE_MS ? 0 : warm + 1;
    if (warm === 0)
      times = Math.ceil(
        times * Math.min(10, (1.5 * SAMPLE_MS) / (took + 0.1)),
      );
  }
  const samples: number[] = [];
  for (let round = 0; round < SAMPLES; round += 1) {
    samples.push((timed(turns, times) / times) * 1e6);
  }
  samples.sort((a, b) => a - b);
  const at = (share: number): number =>
    samples[Math.round(share * (SAMPLES - 1))] ?? 0;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

function timed(turns: Turns, times: number): number {
  const begin = performance.now();
  turns(times);
  return performance.now() - begin;
}

/** `per`: how many of what is counted one turn does. */
async function report(
  group: string,
  name: string,
  turns: Turns,
  per = 1,
): Promise<void> {
  const { median, low, high } = measure(turns);
  const one = {
    median: median / per,
    low: low / per,
    high: high / per,
  };
  console.log(JSON.stringify({ group, name, ...one }));
  // The page draws in between.
  await new Promise((resolve) => setTimeout(resolve));
}

using kernels = dlopen("kernels", {
  nop: { parameters: [], result: "void" },
  add_i32: { parameters: ["i32", "i32"], result: "i32" },
});
using callbacks = dlopen("callbacks", {
  register_callback: {
    parameters: ["function", "pointer"],
    result: "void",
  },
  process_items: { parameters: ["pointer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
using buffers = dlopen("buffers", {
  sum_array: { parameters: ["pointer", "usize"], result: "f32" },
});
using copying = dlopen("buffers", {
  sum_array: { parameters: ["buffer", "usize"], result: "f32" },
});
using basics = dlopen("basics", {
  compute_hash: { parameters: ["pointer", "usize"], result: "u64" },
  strlen: { parameters: ["pointer"], result: "usize" },
});

const { nop, add_i32 } = kernels.symbols;

// The cost of one call.
const addHere = (left: number, right: number): number =>
  (left + right) | 0;
await report("call", "a function of TypeScript", (times) => {
  for (let i = 0; i < times; i += 1) sink = addHere(sink, i);
});
await report("call", "C: nothing in, nothing out", (times) => {
  for (let i = 0; i < times; i += 1) nop();
});
await report("call", "C: two numbers in, one out", (times) => {
  for (let i = 0; i < times; i += 1) sink = add_i32(sink, i);
});
{
  using add = callbacks.callback(
    { parameters: ["i32", "pointer"], result: "void" },
    (value) => void (sink = (sink + value) | 0),
  );
  const ITEMS = 1000;
  using items = callbacks.alloc(ITEMS * 4);
  new PointerView(items.pointer).getArray("i32", ITEMS).fill(1);
  callbacks.symbols.register_callback(add.pointer, null);
  const turns: Turns = (times) => {
    for (let i = 0; i < times; i += 1)
      callbacks.symbols.process_items(items.pointer, ITEMS);
  };
  await report("call", "C calls TypeScript", turns, ITEMS);
  callbacks.symbols.unregister_callback();
}

// A thousand numbers, added up.
{
  const COUNT = 1000;
  using numbers = buffers.alloc(COUNT * 4);
  const view = new PointerView(numbers.pointer);
  view.getArray("f32", COUNT).fill(0.5);
  await report("batch", "a call for each number", (times) => {
    for (let i = 0; i < times; i += 1)
      for (let n = 0; n < COUNT; n += 1) sink = add_i32(sink, n);
  });
  await report("batch", "one call for all of them", (times) => {
    for (let i = 0; i < times; i += 1)
      sink += buffers.symbols.sum_array(numbers.pointer, COUNT);
  });
}

// One kibibyte goes to C and is hashed there.
{
  const BYTES = 1024;
  const data = new Uint8Array(BYTES).fill(7);
  const hash = (
    pointer: Parameters<typeof basics.symbols.compute_hash>[0],
  ) => Number(basics.symbols.compute_hash(pointer, BYTES) & 0xffn);
  await report("reuse", "a new block each time", (times) => {
    for (let i = 0; i < times; i += 1) {
      using block = basics.alloc(BYTES);
      new PointerView(block.pointer).getArray("u8", BYTES).set(data);
      sink += hash(block.pointer);
    }
  });
  using block = basics.alloc(BYTES);
  const bytes = new PointerView(block.pointer).getArray("u8", BYTES);
  await report("reuse", "the same block again", (times) => {
    for (let i = 0; i < times; i += 1) {
      bytes.set(data);
      sink += hash(block.pointer);
    }
  });
}

// Text in both directions.
for (const length of [8, 64, 1024]) {
  const text = "a".repeat(length);
  await report("text", `${length} characters to C`, (times) => {
    for (let i = 0; i < times; i += 1) {
      using copy = basics.cstring(text);
      sink += copy.byteLength;
    }
  });
  using kept = basics.cstring(text);
  const view = new PointerView(kept.pointer);
  await report("text", `${length} characters from C`, (times) => {
    for (let i = 0; i < times; i += 1) sink += view.getCString().length;
  });
}

// Numbers that C adds up: copied for each call, or left where they are.
for (const count of [256, 4096, 65536]) {
  const size = `${(count * 4) / 1024} KiB`;
  const here = new Float32Array(count).fill(0.5);
  await report("copy", `${size}, copied for the call`, (times) => {
    for (let i = 0; i < times; i += 1)
      sink += copying.symbols.sum_array(here, count);
  });
  using there = buffers.alloc(count * 4);
  new PointerView(there.pointer).getArray("f32", count).fill(0.5);
  await report("copy", `${size}, where C has it`, (times) => {
    for (let i = 0; i < times; i += 1)
      sink += buffers.symbols.sum_array(there.pointer, count);
  });
}

console.log(`sink: ${Number.isFinite(sink)}`);

import { afterAll, describe, expect, test } from "vitest";
import { libraryNames, variantNames, WASM } from "../../src/cli/library-files.ts";
import { conditionsOf, rightPrograms } from "../programs/right-programs.ts";
import { SealedRuns } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

const VARIANTS = libraryNames(WASM).flatMap((library) =>
  variantNames(library).map((variant) => [library, variant] as const),
);

async function run(text: string, variants: Readonly<Record<string, string>> = {}) {
  const outcome = await sealed.run(text, { ...conditionsOf(text), variants });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

const right = rightPrograms().filter(({ folder }) => folder === null);

describe.each(VARIANTS)("%s as %s", (library, variant) => {
  const programs = right.filter(({ text }) => text.includes(`dlopen("${library}"`));

  test("keeps its header's promises: no right program has a fault with it", { timeout: 120_000 }, async () => {
    expect(programs.length).toBeGreaterThan(2);
    const wrong: unknown[] = [];
    for (const { name, text } of programs) {
      const { status, faults, error, heap } = await run(text, { [library]: variant });
      // What no sealed run can do has nothing to do with the variant.
      if (error?.message.includes("no buffer in a sealed run")) continue;
      if (status !== "completed" || heap.leakedBlocks > 0 || faults.length > 0) wrong.push({ name, error, faults });
    }
    expect(wrong).toEqual([]);
  });
});

/** What a program that relies on luck prints with the library, and with the variant. */
const LUCKY: readonly (readonly [
  what: string,
  library: string,
  variant: string,
  text: string,
  base: string,
  other: string,
])[] = [
  [
    "the version is known, and its bytes are there from the beginning",
    "strings",
    "one-buffer",
    `using lib = dlopen("strings", { get_version: { parameters: [], result: "pointer" } });
    const text = () => new PointerView(lib.symbols.get_version()!).getCString();
    console.log(text(), lib.symbols.get_version() === lib.symbols.get_version());`,
    "1.2.0 true",
    "2.0.14 true",
  ],
  [
    "a message has so many bytes",
    "strings",
    "one-buffer",
    `using lib = dlopen("strings", {
      set_name: { parameters: ["pointer"], result: "bool" },
      get_error_message: { parameters: [], result: owned("pointer", "free_string") },
      free_string: { parameters: ["pointer"], result: "void" },
    });
    lib.symbols.set_name(null);
    using message = lib.symbols.get_error_message();
    console.log(new PointerView(message!.pointer).getCString().length);`,
    "16",
    "91",
  ],
  [
    "the text of one error stays where it is, and the error too",
    "errors",
    "overwritten",
    `using lib = dlopen("errors", {
      perform_operation: { parameters: ["i32"], result: "i32" },
      get_last_error: { parameters: [], result: "i32" },
      get_error_string: { parameters: ["i32"], result: borrowed("pointer") },
    });
    lib.symbols.perform_operation(-1);
    const [first, second] = [1, 3].map((code) => new PointerView(lib.symbols.get_error_string(code)!));
    console.log(first!.getCString() === second!.getCString(), lib.symbols.get_last_error());`,
    "false 1",
    "true 0",
  ],
  [
    "a callback can change the items that come after its own",
    "callbacks",
    "later",
    `using lib = dlopen("callbacks", {
      register_callback: { parameters: ["function", "pointer"], result: "void" },
      process_items: { parameters: ["pointer", "usize"], result: "void" },
      unregister_callback: { parameters: [], result: "void" },
    });
    using items = lib.alloc(8);
    new PointerView(items.pointer).getArray("i32", 2).set([1, 2]);
    const seen: number[] = [];
    using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, (value) => {
      seen.push(value);
      new PointerView(items.pointer).setInt32(4, 7);
    });
    lib.symbols.register_callback(callback.pointer, null);
    lib.symbols.process_items(items.pointer, 2);
    lib.symbols.unregister_callback();
    console.log(seen.join(" "));`,
    "1 7",
    "1 2",
  ],
  [
    "handlers have the numbers 1 and 2, and are called in their order",
    "events",
    "other-ids",
    `using lib = dlopen("events", {
      register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
      unregister_event_handler: { parameters: ["i32"], result: "void" },
      trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
    });
    const seen: string[] = [];
    const type = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
    using a = lib.callback(type, () => void seen.push("a"));
    using b = lib.callback(type, () => void seen.push("b"));
    const ids = [a, b].map(({ pointer }) => lib.symbols.register_event_handler(pointer, null));
    lib.symbols.trigger_event_sized(1, Uint8Array.of(1), 1);
    for (const id of ids) lib.symbols.unregister_event_handler(id);
    console.log(ids.join(" "), seen.join(" "));`,
    "1 2 a b",
    "0 506952113 b a",
  ],
  [
    "two buffers have so many bytes between them",
    "buffers",
    "moves",
    `using lib = dlopen("buffers", {
      allocate_buffer: { parameters: ["usize"], result: owned("pointer", "free_buffer") },
      free_buffer: { parameters: ["pointer"], result: "void" },
    });
    using one = lib.symbols.allocate_buffer(100);
    using other = lib.symbols.allocate_buffer(100);
    console.log(address(other!.pointer) - address(one!.pointer));`,
    "160",
    "176",
  ],
  [
    "a handle is as good after its end, when another has been made",
    "handles",
    "reuse",
    `using lib = dlopen("handles", {
      create_handle: { parameters: ["buffer", "usize"], result: "pointer" },
      destroy_handle: { parameters: ["pointer"], result: "void" },
    });
    const one = lib.symbols.create_handle(Uint8Array.of(1), 1);
    lib.symbols.destroy_handle(one);
    const other = lib.symbols.create_handle(Uint8Array.of(2), 1);
    console.log(address(one) === address(other));
    lib.symbols.destroy_handle(other);`,
    "false",
    "true",
  ],
  [
    "what is left of bytes that have moved is what they were",
    "zerocopy",
    "moves",
    `using lib = dlopen("zerocopy", {
      create_buffer: { parameters: ["usize"], result: owned("pointer", "destroy_buffer") },
      destroy_buffer: { parameters: ["pointer"], result: "void" },
      get_buffer_data: { parameters: ["pointer"], result: "pointer" },
      grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
    });
    using buffer = lib.symbols.create_buffer(4);
    const before = new PointerView(lib.symbols.get_buffer_data(buffer!.pointer)).getArray("u8", 4);
    lib.symbols.grow_buffer(buffer!.pointer, 8);
    console.log(before[0]);`,
    "0",
    "221",
  ],
];

describe("what a variant does otherwise", () => {
  test.each(LUCKY)("%s", async (_what, library, variant, body, base, other) => {
    const text = `import { address, borrowed, dlopen, owned, PointerView } from "ffi";\n${body}`;
    expect((await run(text)).console.map(({ text: line }) => line)).toEqual([base]);
    expect((await run(text, { [library]: variant })).console.map(({ text: line }) => line)).toEqual([other]);
  });
});

test("a fault stands in the variant's own file", async () => {
  const text = `import { dlopen } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
});
const buffer = lib.symbols.allocate_buffer(4);
lib.symbols.fill_buffer(buffer, 5, 0);
lib.symbols.free_buffer(buffer);
lib.symbols.free_buffer(buffer);`;
  const { faults } = await run(text, { buffers: "moves" });
  const where = { file: "variants/moves/buffers.c" };
  expect(faults).toMatchObject([
    { code: "FFI005", typescript: { line: 8 }, c: { ...where, function: "fill_buffer" } },
    { code: "FFI003", typescript: { line: 10 }, c: { ...where, function: "free_buffer" } },
  ]);
});

test("a variant is no library", async () => {
  const { error } = await run(`import { dlopen } from "ffi"; dlopen("strings.one-buffer" as "strings", {});`);
  expect(error).toMatchObject({ name: "SymbolError" });
  expect(libraryNames(WASM).filter((name) => /[^a-z]/.test(name))).toEqual([]);
});

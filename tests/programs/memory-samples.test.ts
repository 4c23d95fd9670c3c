import { expect, test } from "vitest";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { SAMPLE_BYTES } from "../../src/trace/format.ts";

async function run(text: string, options: ProgramRunOptions = { samples: true }) {
  const outcome = await runProgram(text, options);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { ledger } = outcome;
  const events = Array.from({ length: ledger.length }, (_, index) => ledger.event(index));
  return { ledger, events, report: outcome.report };
}

const latin = (bytes: Uint8Array | undefined): string => String.fromCharCode(...(bytes ?? []));

const STRINGS = `import { dlopen, PointerView } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  strlen: { parameters: ["pointer"], result: "usize" },
});
`;

test("a block's bytes are in the trace as C was given them, and again when TypeScript has changed them", async () => {
  const { ledger } = await run(`${STRINGS}using ada = strings.cstring("Ada");
strings.symbols.set_name(ada.pointer);
new PointerView(ada.pointer).setUint8(0, 0x49);
strings.symbols.set_name(ada.pointer);`);
  const [block] = ledger.at(ledger.length).blocks.filter(({ label }) => label === "ada");
  const looks = ledger.samples(block!.id, ledger.length);
  expect(latin(looks?.last.bytes)).toBe("Ida\0");
  expect(latin(looks?.before?.bytes)).toBe("Ada\0");
  expect(looks?.last.type).toBe("const char");
  // At the first call nobody had seen the change.
  expect(latin(ledger.samples(block!.id, ledger.crossing(0).event + 1)?.last.bytes)).toBe("Ada\0");
});

test("what C writes into a copy of a buffer is seen before the copy is gone", async () => {
  const { events } = await run(`import { dlopen } from "ffi";
using buffers = dlopen("buffers", { fill_buffer: { parameters: ["buffer", "usize", "u8"], result: "void" } });
buffers.symbols.fill_buffer(new Uint8Array(4), 4, 0x2a);`);
  const looks = events.flatMap((event) => (event.kind === "memorySamples" ? [event.contents] : []));
  expect(looks).toEqual(["\0\0\0\0", "****"]);
});

test("a large block shows its beginning, and a long run stops looking and says so", async () => {
  const { ledger, report } = await run(`${STRINGS}using text = strings.cstring("x".repeat(1000));
const view = new PointerView(text.pointer);
for (let i = 0; i < 40_000; i++) {
  view.setUint8(i % 200, 97 + (i % 26));
  strings.symbols.strlen(text.pointer);
}`);
  const id = ledger.at(ledger.length).blocks[0]!.id;
  expect(ledger.samples(id, ledger.length)?.last.bytes.length).toBe(SAMPLE_BYTES);
  expect(ledger.samplesSpentAt).toBeGreaterThan(10_000);
  expect(report.calls).toBe(40_000);
});

test("a run that does not ask for contents has none", async () => {
  const { events } = await run(
    `${STRINGS}using ada = strings.cstring("Ada");\nstrings.symbols.set_name(ada.pointer);`,
    {},
  );
  expect(events.filter(({ kind }) => kind === "memorySamples")).toEqual([]);
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import ts from "typescript";
import { compileProgram } from "../../src/compiler/index.ts";
import { readLibrary } from "../../src/cli/library-files.ts";
import { runProgram } from "../../src/cli/run-program.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import { Ledger } from "../../src/ledger/index.ts";

const strings = JSON.parse((await readLibrary("strings", "checked")).description) as LibraryDescription;

const programs = {
  solution: "../../lessons/02-strings/solution.ts",
  "double free": "../../lessons/02-strings/mistakes/double-free.ts",
  "kept too long": "../../lessons/02-strings/mistakes/use-after-free-stored.ts",
  leak: "../../lessons/02-strings/mistakes/leak.ts",
  "wrong deallocator": "../../lessons/02-strings/mistakes/wrong-deallocator-cstring.ts",
};

async function traceOf(path: string) {
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  const compiled = compileProgram(ts, text);
  const outcome = await runProgram(text);
  if (!compiled.ok || outcome.kind !== "ran") throw new Error(`${path} did not run`);
  const { spans } = compiled.program;
  return {
    ledger: outcome.ledger,
    batches: outcome.batches,
    fresh: () => new Ledger({ spans, descriptions: [strings] }),
  };
}

/** The first `count` events of the batches; values and strings may run ahead of them, as they do while a batch is on its way. */
function firstEvents(batches: readonly TraceBatch[], count: number): TraceBatch[] {
  return batches
    .filter((batch) => batch.first < count)
    .map((batch) => {
      const n = count - batch.first;
      const { kind, span, cLocation, a, b, c, d, time } = batch;
      return {
        ...batch,
        kind: kind.slice(0, n),
        span: span.slice(0, n),
        cLocation: cLocation.slice(0, n),
        a: a.slice(0, n),
        b: b.slice(0, n),
        c: c.slice(0, n),
        d: d.slice(0, n),
        time: time.slice(0, n),
      };
    });
}

describe.each(Object.entries(programs))("%s", (_name, path) => {
  test("a moment of the whole trace is what a reader who stopped there would have seen", async () => {
    const { ledger, batches, fresh } = await traceOf(path);
    for (let step = 0; step <= ledger.length; step += 1) {
      const stopped = fresh();
      for (const batch of firstEvents(batches, step)) stopped.append(batch);
      const snapshot = ledger.at(step);
      expect(snapshot).toEqual(stopped.at(step));
      for (let i = 0; i < snapshot.crossings; i += 1)
        expect(ledger.crossing(i, step)).toEqual(stopped.crossing(i, step));
    }
  });

  test("live bytes are the sizes of the heap's live blocks, at every step", async () => {
    const { ledger } = await traceOf(path);
    for (let step = 0; step <= ledger.length; step += 1) {
      const { blocks, totals } = ledger.at(step);
      const live = blocks.filter((block) => block.owner !== "static" && block.state !== "freed");
      expect(totals.liveBlocks).toBe(live.length);
      expect(totals.liveBytes).toBe(live.reduce((sum, block) => sum + block.bytes, 0));
    }
  });
});

test("the same program gives the same trace, times apart", async () => {
  const [one, two] = await Promise.all([traceOf(programs.solution), traceOf(programs.solution)]);
  const columns = (batches: readonly TraceBatch[]) => ({
    kind: batches.flatMap((batch) => [...batch.kind]),
    span: batches.flatMap((batch) => [...batch.span]),
    cLocation: batches.flatMap((batch) => [...batch.cLocation]),
    a: batches.flatMap((batch) => [...batch.a]),
    b: batches.flatMap((batch) => [...batch.b]),
    c: batches.flatMap((batch) => [...batch.c]),
    d: batches.flatMap((batch) => [...batch.d]),
    values: batches.flatMap((batch) => [...batch.values]),
    strings: batches.flatMap((batch) => batch.strings),
  });
  expect(columns(one.batches)).toEqual(columns(two.batches));
});

test("a trace of nonsense is read without an error", () => {
  const word = fc.oneof(fc.nat(20), fc.nat(0xffffffff));
  const event = fc.tuple(fc.nat(20), word, word, word, word, word, word);
  const texts = fc.array(fc.oneof(fc.constant('{"act":7,"library":"x"}'), fc.constant("null"), fc.string()), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 60 }),
      fc.array(fc.double(), { maxLength: 40 }),
      texts,
      (rows, values, strings) => {
        const column = (index: number) => Uint32Array.from(rows, (row) => row[index]!);
        const ledger = new Ledger({ spans: [null], descriptions: [] });
        ledger.append({
          first: 0,
          kind: Uint8Array.from(rows, (row) => row[0]),
          span: column(1),
          cLocation: column(2),
          a: column(3),
          b: column(4),
          c: column(5),
          d: column(6),
          time: new Float64Array(rows.length),
          values: Float64Array.from(values),
          strings,
        });
        for (let step = 0; step <= rows.length; step += 1) {
          const snapshot = ledger.at(step);
          for (let i = 0; i < snapshot.crossings; i += 1) ledger.crossing(i, step);
        }
      },
    ),
    { numRuns: 300 },
  );
});

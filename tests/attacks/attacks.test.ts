import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";
import { TraceGuard } from "../../src/trace/guard.ts";
import { SealedRuns } from "../sealed/sealed-runs.ts";
import { differences, readExpectations, type AttackRun } from "./expectation.ts";

/** Programs by kind of attack. The first two lines of each say what has to come of it: see `expectation.ts`. */
const kinds = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const programsOf = (kind: string): string[] =>
  readdirSync(new URL(`${kind}/`, import.meta.url)).filter((name) => name.endsWith(".ts"));

const textOf = (kind: string, name: string): string =>
  readFileSync(new URL(`${kind}/${name}`, import.meta.url), "utf8");

/** Runs a program in the open engine. A trace that the page would refuse is no outcome: what it says would be lost. */
async function openRun(text: string): Promise<AttackRun> {
  const outcome = await runProgram(text, {});
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  if (outcome.kind === "refused") return outcome;
  const guard = new TraceGuard(Number.MAX_SAFE_INTEGER);
  expect(outcome.batches.map((batch) => guard.refusal(batch))).toEqual(outcome.batches.map(() => null));
  return outcome;
}

const sealedRuns = new SealedRuns();
afterAll(() => sealedRuns.end());

describe.each(kinds.map(({ name }) => name))("%s", (kind) => {
  test.concurrent.each(programsOf(kind))("open: %s", { timeout: 60_000 }, async (name) => {
    const text = textOf(kind, name);
    const { open, sealed } = readExpectations(text);
    const run = await openRun(text);
    if (open.kind === "known") return expect(differences(open.outcomes, run)).toEqual([]);
    // What cannot be known is not known: an engine that reports what the other one does has to say so in the first line.
    if (sealed.kind === "known") expect(differences(sealed.outcomes, run)).not.toEqual([]);
  });

  test.each(programsOf(kind))("sealed: %s", { timeout: 60_000 }, async (name) => {
    const text = textOf(kind, name);
    const { sealed } = readExpectations(text);
    const run = await sealedRuns.run(text);
    if (sealed.kind === "known") expect(differences(sealed.outcomes, run)).toEqual([]);
  });
});

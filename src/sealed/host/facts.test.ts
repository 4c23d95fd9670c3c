import { expect, it } from "vitest";
import { EventKind, type TraceBatch } from "../../trace/format.ts";
import { ExamFacts } from "./facts.ts";

it("counts the calls of a function in a trace with more texts than a call may have arguments", () => {
  const strings = Array.from({ length: 300_000 }, (_, i) => `text ${i}`).concat("destroy_handle");
  const calls = 100_000;
  const column = (value: number) => new Uint32Array(calls).fill(value);
  const facts = new ExamFacts(() => {}, ["destroy_handle"]);
  facts.read({
    ...{ first: 0, kind: new Uint8Array(calls).fill(EventKind.Call), span: column(0), cLocation: column(0) },
    ...{ a: column(1), b: column(strings.length), c: column(0), d: column(0), time: new Float64Array(calls) },
    ...{ values: new Float64Array(0), strings },
  } satisfies TraceBatch);
  expect(facts.ask("calls", "destroy_handle")).toBe(calls);
  expect(facts.ask("failures", "")).toBe(calls);
  expect(facts.ask("calls", "text 7")).toBe(0);
});

import { describe, expect, it } from "vitest";
import { SMALL_TRACE } from "./batch.test-support.ts";
import { MAX_BATCH_STRINGS, MAX_REASON_LENGTH } from "./limits.ts";
import { parseMessage } from "./worker-messages.ts";

const batch = { type: "batch", runId: 1, batch: SMALL_TRACE };

describe("what the runner says", () => {
  it.each([[{ type: "ready" }], [{ type: "done", runId: 3 }], [batch]])("is understood: %#", (message) => {
    expect(parseMessage(message)).toEqual(message);
  });

  it("is cut where a reason goes on and on", () => {
    const message = parseMessage({ type: "failed", runId: 1, library: null, reason: "x".repeat(10_000) });
    expect(message).toMatchObject({ reason: "x".repeat(MAX_REASON_LENGTH) });
  });
});

describe("what is no message of a worker", () => {
  const column = (name: string, value: unknown): unknown => ({ ...batch, batch: { ...SMALL_TRACE, [name]: value } });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["a text", "done"],
    ["an unknown type", { type: "eval", code: "alert(1)" }],
    ["a run id that is no number", { type: "done", runId: "1" }],
    ["a run id that is NaN", { type: "done", runId: NaN }],
    ["a batch that is missing", { type: "batch", runId: 1 }],
    ["a column that is missing", column("kind", undefined)],
    ["a column of another type", column("kind", new Uint32Array(8))],
    ["a column that is a plain array", column("a", [0, 0, 0, 0, 0, 0, 0, 0])],
    ["a column of another length", column("time", new Float64Array(9))],
    ["a first event before the first", column("first", -1)],
    ["a first event that is a fraction", column("first", 0.5)],
    ["strings that are one string", column("strings", "abc")],
    ["a number among the strings", column("strings", ["a", 1])],
    ["an array with nothing in its endless length", column("strings", new Array(2 ** 32 - 1))],
    ["an array with holes", column("strings", new Array(MAX_BATCH_STRINGS))],
    ["a buffer that can grow", column("kind", new Uint8Array(growing(8)))],
    ["memory that the sender still shares", column("kind", new Uint8Array(new SharedArrayBuffer(8)))],
    ["a library that is no name", { type: "failed", runId: 1, library: 4, reason: "" }],
  ])("is null: %s", (_what, message) => {
    expect(parseMessage(message)).toBeNull();
  });

  it("brings no property along that was not asked for", () => {
    const message: unknown = JSON.parse('{"type":"done","runId":1,"__proto__":{"polluted":true},"extra":1}');
    expect(Object.keys(parseMessage(message) ?? {})).toEqual(["type", "runId"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

/** `ArrayBuffer` with a maximum, which the library of types does not know yet. */
function growing(length: number): ArrayBuffer {
  const Growing = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => ArrayBuffer;
  return new Growing(length, { maxByteLength: length * 1024 });
}

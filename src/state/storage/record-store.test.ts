import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readEnvelope, writeEnvelope } from "./envelope.ts";
import { createRecordStore, storageKey } from "./record-store.ts";
import { MemoryStorageAreas } from "./memory-storage-areas.test-support.ts";

const KEY = storageKey("program", "strings");

describe("a record", () => {
  it("is read back as it was written, each under its own key", () => {
    const records = createRecordStore(new MemoryStorageAreas());
    expect(records.write("program", { text: "one" }, "strings")).toBeNull();
    expect(records.write("program", { text: "two" }, "structs")).toBeNull();
    expect(records.read("program", "strings")).toEqual({ data: { text: "one" }, trouble: null });
    expect(records.read("program", "structs")).toEqual({ data: { text: "two" }, trouble: null });
  });

  it("lies where its plan says", () => {
    const areas = new MemoryStorageAreas();
    const records = createRecordStore(areas);
    records.write("program", { text: "" }, "strings");
    records.write("running", { slug: "strings" });
    expect([...areas.entries.local.keys()]).toEqual([KEY]);
    expect([...areas.entries.session.keys()]).toEqual([storageKey("running")]);
  });

  it("is no trouble when there is none, or when it was removed", () => {
    const records = createRecordStore(new MemoryStorageAreas());
    records.write("program", { text: "one" }, "strings");
    records.remove("program", "strings");
    expect(records.read("program", "strings")).toEqual({ data: null, trouble: null });
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["another program's", '"text"'],
    ["of no version", '{"data":{"text":"x"}}'],
    ["of a version to come", '{"version":99,"data":{"text":"x"}}'],
    ["of another shape", '{"version":1,"data":{"text":7}}'],
  ])("is set aside when it is %s", (_what, text) => {
    const areas = new MemoryStorageAreas();
    areas.entries.local.set(KEY, text);
    const setAside = `${KEY}:unreadable`;
    expect(createRecordStore(areas).read("program", "strings")).toEqual({
      data: null,
      trouble: { kind: "unreadable", setAside },
    });
    expect([...areas.entries.local]).toEqual([[setAside, text]]);
  });

  it("is read with U+FFFD in place of half a character, however deep it lies and however it was written", () => {
    const areas = new MemoryStorageAreas();
    const data = (half: string) =>
      `{"version":1,"data":{"lessons":{},"answers":{},"last":{"slug":"strings","heading":{"id":"${half}","text":"a${half}b😀"}}}}`;
    for (const half of ["\\ud800", "\ud800", "\\uDFFF"]) {
      areas.entries.local.set(storageKey("progress"), data(half));
      const { last } = createRecordStore(areas).read("progress").data!;
      expect(last?.heading).toEqual({ id: "\uFFFD", text: "a\uFFFDb😀" });
    }
  });

  it("says when the browser blocks storage", () => {
    const areas = new MemoryStorageAreas();
    areas.blocked = true;
    const records = createRecordStore(areas);
    expect(records.read("settings")).toEqual({ data: null, trouble: { kind: "blocked" } });
    expect(records.write("program", { text: "" }, "strings")).toEqual({ kind: "blocked" });
    expect(records.remove("running")).toEqual({ kind: "blocked" });
  });

  it("says when storage is full", () => {
    const areas = new MemoryStorageAreas();
    areas.room = 100;
    expect(createRecordStore(areas).write("program", { text: "x".repeat(100) }, "strings")).toEqual({ kind: "full" });
  });
});

describe("a record of an older version", () => {
  const plan = {
    version: 3,
    migrations: [(data: unknown) => ({ code: data }), (data: unknown) => ({ text: (data as { code: string }).code })],
    schema: v.object({ text: v.string() }),
  };

  it.each<[number, unknown]>([
    [1, "x"],
    [2, { code: "x" }],
    [3, { text: "x" }],
  ])("%i becomes one of today", (version, data) => {
    expect(readEnvelope(writeEnvelope(version, data), plan)).toEqual({ text: "x" });
  });

  it("is none when a step fails", () => {
    expect(readEnvelope(writeEnvelope(2, null), plan)).toBeUndefined();
  });
});

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readEnvelope, writeEnvelope } from "./envelope.ts";
import { createKeeper, storageKey } from "./keeper.ts";
import { MemoryShelves } from "./memory-shelves.test-support.ts";

const KEY = storageKey("program", "strings");

describe("a record", () => {
  it("is read back as it was written, each under its own key", () => {
    const keeper = createKeeper(new MemoryShelves());
    expect(keeper.write("program", { text: "one" }, "strings")).toBeNull();
    expect(keeper.write("program", { text: "two" }, "structs")).toBeNull();
    expect(keeper.read("program", "strings")).toEqual({ data: { text: "one" }, trouble: null });
    expect(keeper.read("program", "structs")).toEqual({ data: { text: "two" }, trouble: null });
  });

  it("lies where its plan says", () => {
    const shelves = new MemoryShelves();
    const keeper = createKeeper(shelves);
    keeper.write("program", { text: "" }, "strings");
    keeper.write("running", { slug: "strings" });
    expect([...shelves.entries.local.keys()]).toEqual([KEY]);
    expect([...shelves.entries.session.keys()]).toEqual([storageKey("running")]);
  });

  it("is no trouble when there is none, or when it was removed", () => {
    const keeper = createKeeper(new MemoryShelves());
    keeper.write("program", { text: "one" }, "strings");
    keeper.remove("program", "strings");
    expect(keeper.read("program", "strings")).toEqual({ data: null, trouble: null });
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["another program's", '"text"'],
    ["of no version", '{"data":{"text":"x"}}'],
    ["of a version to come", '{"version":99,"data":{"text":"x"}}'],
    ["of another shape", '{"version":1,"data":{"text":7}}'],
  ])("is set aside when it is %s", (_what, text) => {
    const shelves = new MemoryShelves();
    shelves.entries.local.set(KEY, text);
    const setAside = `${KEY}:unreadable`;
    expect(createKeeper(shelves).read("program", "strings")).toEqual({
      data: null,
      trouble: { kind: "unreadable", setAside },
    });
    expect([...shelves.entries.local]).toEqual([[setAside, text]]);
  });

  it("says when the browser blocks storage", () => {
    const shelves = new MemoryShelves();
    shelves.blocked = true;
    const keeper = createKeeper(shelves);
    expect(keeper.read("settings")).toEqual({ data: null, trouble: { kind: "blocked" } });
    expect(keeper.write("program", { text: "" }, "strings")).toEqual({ kind: "blocked" });
    expect(keeper.remove("running")).toEqual({ kind: "blocked" });
  });

  it("says when storage is full", () => {
    const shelves = new MemoryShelves();
    shelves.room = 100;
    expect(createKeeper(shelves).write("program", { text: "x".repeat(100) }, "strings")).toEqual({ kind: "full" });
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

import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_LINE_BYTES, RECORD_BYTES } from "./history.ts";
import { Code, Store } from "./store.ts";

const KEYS = ["a", "b", "key", "another key", "ü"];

type Act =
  | { readonly do: "set"; readonly key: string; readonly value: string }
  | { readonly do: "delete" | "get"; readonly key: string }
  | { readonly do: "reopen" }
  | { readonly do: "truncate"; readonly bytes: number }
  | { readonly do: "flip"; readonly back: number; readonly bit: number };

const key = fc.constantFrom(...KEYS);
/** Mostly short; now and then so long that the file is soon written anew. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("", "x", "London", "Grüße 🌍") },
  { weight: 1, arbitrary: fc.nat(2500).map((length) => "v".repeat(length)) },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("set" as const), key, value }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("delete" as const, "get" as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("truncate" as const), bytes: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("flip" as const), back: fc.nat(100), bit: fc.nat(7) }) },
);

/**
 * What a file holds, by its format alone: records are followed by their lengths up to `end`, and their checksums are not
 * looked at. Says too where the last whole record ends.
 */
function readRecords(bytes: Uint8Array, end: number): { readonly content: Map<string, string>; readonly good: number } {
  const content = new Map<string, string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = end < FIRST_LINE_BYTES ? 0 : FIRST_LINE_BYTES;
  while (at !== 0 && at + RECORD_BYTES <= end) {
    const keyBytes = view.getUint32(at + 4, true);
    const written = view.getUint32(at + 8, true);
    const valueBytes = written === 0xffffffff ? 0 : written;
    const texts = at + RECORD_BYTES;
    const next = texts + keyBytes + valueBytes;
    if (next > end) break;
    const name = decoder.decode(bytes.subarray(texts, texts + keyBytes));
    if (written === 0xffffffff) content.delete(name);
    else content.set(name, decoder.decode(bytes.subarray(texts + keyBytes, next)));
    at = next;
  }
  return { content, good: at };
}

const RUNS = 1000;

test(`the database and a Map agree over ${RUNS} random lives of a file`, async () => {
  const store = await Store.load("checked");
  const seen = { compacted: 0, lost: 0 };
  let life = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 60 }), (acts) => {
      const path = `/life ${++life}.db`;
      let model = new Map<string, string>();
      let db = store.open(path);
      const agree = (): void => expect(store.content(db, KEYS)).toEqual(Object.fromEntries(model));
      /** Bytes from here on are damaged, and stay so until the next change is written over them. */
      let sound = Infinity;
      /** Closes, lets `damage` have the file, and opens it again. `end` is where the damage begins. */
      const reopen = (damage: (bytes: Uint8Array) => { readonly bytes: Uint8Array; readonly end: number } | null) => {
        store.close(db);
        const before = store.readFile(path)!;
        // Before the damage, the file says what the model says.
        expect(readRecords(before, Math.min(before.length, sound)).content).toEqual(model);
        const damaged = damage(before);
        if (damaged) store.writeFile(damaged.bytes, path);
        const bytes = damaged?.bytes ?? before;
        sound = Math.min(sound, damaged?.end ?? Infinity);
        const { content, good } = readRecords(before, Math.min(bytes.length, sound));
        model = content;
        db = store.open(path);
        const lost = bytes.length - good;
        expect([store.lostBytes(db), store.error(db) === Code.Ok]).toEqual([lost, lost === 0]);
        if (lost > 0) seen.lost++;
        agree();
      };
      for (const each of acts) {
        switch (each.do) {
          case "set": {
            const before = store.readFile(path)!.length;
            expect(store.set(db, each.key, each.value)).toBe(Code.Ok);
            model.set(each.key, each.value);
            sound = Infinity;
            if (store.readFile(path)!.length < before) seen.compacted++;
            break;
          }
          case "delete":
            if (model.has(each.key)) sound = Infinity;
            expect(store.delete(db, each.key)).toBe(model.delete(each.key) ? Code.Ok : Code.NotFound);
            break;
          case "get":
            expect(store.get(db, each.key)).toBe(model.get(each.key) ?? null);
            break;
          case "reopen":
            reopen(() => null);
            break;
          case "truncate":
            reopen((bytes) => {
              const end = Math.max(0, bytes.length - each.bytes);
              return { bytes: bytes.subarray(0, end), end };
            });
            break;
          case "flip":
            reopen((bytes) => {
              const at = bytes.length - 1 - each.back;
              if (at < FIRST_LINE_BYTES) return null;
              const changed = bytes.slice();
              changed[at]! ^= 1 << each.bit;
              return { bytes: changed, end: at };
            });
            break;
        }
      }
      agree();
      store.close(db);
    }),
    { seed: 5, numRuns: RUNS, endOnFailure: true },
  );
  expect(store.library.reports).toEqual([]);
  // The lives were eventful.
  expect(seen.compacted).toBeGreaterThan(50);
  expect(seen.lost).toBeGreaterThan(50);
});

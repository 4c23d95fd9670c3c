import { beforeEach, describe, expect, test } from "vitest";
import { FIRST_LINE_BYTES, writeHistory, type Change, type History } from "./history.ts";
import { Code, Store } from "./store.ts";

const CHANGES: readonly Change[] = [
  ["city", "London"],
  ["empty", ""],
  ["name", "Ada Lovelace"],
  ["city", "Zürich"],
  ["name", null],
  ["year", "1843"],
];

describe.each(["fast", "checked"] as const)("a damaged file, %s", (build) => {
  let store: Store;
  let history: History;
  beforeEach(async () => {
    store = await Store.load(build);
    history = writeHistory(store, CHANGES);
  });

  /** How many whole records there are before this byte. */
  const recordsBefore = (byte: number): number => history.boundaries.filter((boundary) => boundary <= byte).length - 1;

  /** Opens `bytes` as a file and says what is in it, and what it says of itself; null when it does not open. */
  const open = (bytes: Uint8Array) => {
    store.writeFile(bytes);
    const db = store.open();
    if (db === 0) return null;
    const [error, lost] = [store.error(db), store.lostBytes(db)];
    const content = store.content(db, history.keys);
    store.close(db);
    return { error, lost, content };
  };

  /** Writes to a file that was damaged: the good part stays, the change is added, and nothing is lost any more. */
  const writeAndReopen = (bytes: Uint8Array, records: number): void => {
    store.writeFile(bytes);
    const db = store.open();
    expect(store.set(db, "after", "it")).toBe(Code.Ok);
    store.close(db);
    const again = store.open();
    expect([store.error(again), store.lostBytes(again)]).toEqual([Code.Ok, 0]);
    expect(store.content(again, [...history.keys, "after"])).toEqual({ ...history.states[records], after: "it" });
    store.close(again);
  };

  test("the file is as long as its format says, and whole", () => {
    expect(history.bytes.length).toBe(history.boundaries.at(-1));
    expect(open(history.bytes)).toEqual({
      error: Code.Ok,
      lost: 0,
      content: { city: "Zürich", empty: "", year: "1843" },
    });
  });

  test("cut at any byte: what is before the cut is there, and the rest is missed", () => {
    for (let cut = 0; cut < history.bytes.length; cut++) {
      const part = history.bytes.subarray(0, cut);
      const records = Math.max(0, recordsBefore(cut));
      const good = cut < FIRST_LINE_BYTES ? 0 : history.boundaries[records]!;
      const opened = open(part);
      expect({ cut, ...opened }).toEqual({
        cut,
        error: cut === good ? Code.Ok : Code.Truncated,
        lost: cut - good,
        content: history.states[records],
      });
      writeAndReopen(part, records);
    }
    expect(store.library.reports).toEqual([]);
  });

  test("any bit of it flipped: what is before that record is there, and nothing is wrong", () => {
    for (let byte = 0; byte < history.bytes.length; byte++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = history.bytes.slice();
        changed[byte]! ^= 1 << bit;
        const opened = open(changed);
        if (byte < FIRST_LINE_BYTES) {
          expect({ byte, opened }).toEqual({ byte, opened: null });
          expect(store.error(0)).toBe(Code.NotADatabase);
          continue;
        }
        const records = recordsBefore(byte);
        expect({ byte, bit, lost: opened?.lost, content: opened?.content }).toEqual({
          ...{ byte, bit },
          lost: changed.length - history.boundaries[records]!,
          content: history.states[records],
        });
        expect([Code.Truncated, Code.Corrupt]).toContain(opened?.error);
        if (bit === byte % 8) writeAndReopen(changed, records);
      }
    }
    expect(store.library.reports).toEqual([]);
  });

  test("a file that does not open is not touched, and one that opens not before the first change", () => {
    const foreign = new TextEncoder().encode("# notes\nmilk, bread\n");
    expect(open(foreign)).toBeNull();
    expect(store.readFile()).toEqual(foreign);
    const broken = history.bytes.subarray(0, -1);
    expect(open(broken)).toMatchObject({ error: Code.Truncated });
    expect(store.readFile()).toEqual(broken);
  });

  test("lengths that no record has, and those of a gigabyte that is not there, allocate nothing", () => {
    for (const [key, value] of [
      [0, 5],
      [1025, 5],
      [4, 16777217],
      [1024, 16777216],
      [4, 0xfffffffe],
    ] as const) {
      const header = new DataView(new ArrayBuffer(12));
      header.setUint32(4, key, true);
      header.setUint32(8, value, true);
      const before = store.library.memory.buffer.byteLength;
      const opened = open(Uint8Array.of(...history.bytes, ...new Uint8Array(header.buffer)));
      expect(opened).toMatchObject({ lost: 12, content: history.states.at(-1) });
      expect(store.library.memory.buffer.byteLength).toBe(before);
    }
  });

  test("damage while it is open: a value that is not what was written is not returned", () => {
    const db = store.open();
    const changed = history.bytes.slice();
    // The last byte of "Zürich".
    changed[history.boundaries[4]! - 1]! ^= 1;
    store.writeFile(changed);
    expect([store.get(db, "city"), store.error(db)]).toEqual([null, Code.Corrupt]);
    expect([store.get(db, "year"), store.error(db)]).toEqual(["1843", Code.Ok]);
    store.writeFile(history.bytes.subarray(0, history.boundaries[3]! + 5));
    expect([store.get(db, "city"), store.error(db)]).toEqual([null, Code.Truncated]);
    expect([store.set(db, "city", "Paris"), store.error(db)]).toEqual([Code.Truncated, Code.Truncated]);
    expect(store.delete(db, "empty")).toBe(Code.Truncated);
    expect([store.get(db, "empty"), store.error(db)]).toEqual(["", Code.Ok]);
    store.close(db);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { C_SOURCES } from "../../src/toolchain/libraries/flags.ts";
import { writeHistory } from "./history.ts";
import { Code, Store } from "./store.ts";

describe.each(["fast", "checked"] as const)("the database, %s", (build) => {
  let store: Store;
  beforeEach(async () => {
    store = await Store.load(build);
  });
  /** After a test the library has done nothing wrong. */
  const silent = (): void => expect(store.library.reports).toEqual([]);

  test("values survive close and reopen, changed and removed ones too", () => {
    const db = store.open();
    expect([store.error(db), store.error(0), store.lostBytes(db)]).toEqual([0, 0, 0]);
    const codes = [
      store.set(db, "city", "London"),
      store.set(db, "name", "Ada"),
      store.set(db, "city", "Turin"),
      store.delete(db, "name"),
      store.set(db, "note", ""),
      store.set(db, "grüße", "世界 🌍"),
    ];
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    const now = { city: "Turin", note: "", grüße: "世界 🌍" };
    const keys = ["city", "name", "note", "grüße"];
    expect(store.content(db, keys)).toEqual(now);
    store.close(db);
    const again = store.open();
    expect(store.content(again, keys)).toEqual(now);
    store.close(again);
    silent();
  });

  test("an absent key is NULL and says so; a value outlives its database", () => {
    const db = store.open();
    expect([store.get(db, "nobody"), store.error(db)]).toEqual([null, Code.NotFound]);
    expect([store.delete(db, "nobody"), store.error(db)]).toEqual([Code.NotFound, Code.NotFound]);
    store.set(db, "key", "value");
    const key = store.library.text("key");
    const value = store.library.call("db_get", db, key);
    expect(store.error(db)).toBe(Code.Ok);
    store.close(db);
    expect(store.library.readText(value)).toBe("value");
    store.library.call("db_free_value", value);
    store.library.call("db_free_value", 0);
    store.close(0);
    silent();
  });

  test("keys and values that it refuses, and the longest it takes", () => {
    const db = store.open();
    for (const key of [null, "", "k".repeat(1025)]) {
      expect([store.set(db, key, "value"), store.delete(db, key), store.get(db, key), store.error(db)]).toEqual([
        Code.BadKey,
        Code.BadKey,
        null,
        Code.BadKey,
      ]);
    }
    expect(store.set(db, "key", null)).toBe(Code.BadValue);
    expect(store.readFile()).toHaveLength(0);
    const longest = ["k".repeat(1024), "v".repeat(16777216)] as const;
    expect(store.set(db, "key", `${longest[1]}v`)).toBe(Code.BadValue);
    expect(store.set(db, ...longest)).toBe(Code.Ok);
    store.close(db);
    const again = store.open();
    expect(store.get(again, longest[0])).toBe(longest[1]);
    store.close(again);
    silent();
  });

  test("files that do not open", () => {
    expect([null, "", "/", "/nowhere/test.db"].map((each) => [store.open(each), store.error(0)])).toEqual(
      new Array(4).fill([0, Code.CannotOpen]),
    );
    store.writeFile(new TextEncoder().encode("ffidb 2\nsomething of the future"));
    expect([store.open(), store.error(0)]).toEqual([0, Code.NotADatabase]);
    silent();
  });

  test("a file is open once, whatever it is called; another one may be open beside it", () => {
    const db = store.open("/test.db");
    expect([store.open("/test.db"), store.error(0)]).toEqual([0, Code.Busy]);
    expect([store.open("test.db"), store.error(0)]).toEqual([0, Code.Busy]);
    const other = store.open("/other.db");
    store.set(db, "key", "one");
    store.set(other, "key", "two");
    store.close(db);
    const again = store.open("/test.db");
    expect([store.get(again, "key"), store.get(other, "key")]).toEqual(["one", "two"]);
    store.close(other);
    store.close(again);
    silent();
  });

  test("many keys, and the file is written anew when most of it is out of date", () => {
    const db = store.open();
    const keys = Array.from({ length: 100 }, (_, index) => `key ${index}`);
    let largest = 0;
    for (let round = 0; round < 30; round++) {
      for (const key of keys) expect(store.set(db, key, `${key} in round ${round}`)).toBe(Code.Ok);
      largest = Math.max(largest, store.readFile()!.length);
    }
    const content = Object.fromEntries(keys.map((key) => [key, `${key} in round 29`]));
    // 30 rounds of at least 32 bytes a key would be 96,000.
    expect(largest).toBeLessThan(12_000);
    expect(store.content(db, keys)).toEqual(content);
    store.close(db);
    const again = store.open();
    expect([store.error(again), store.content(again, keys)]).toEqual([Code.Ok, content]);
    for (const key of keys) store.delete(again, key);
    store.close(again);
    const empty = store.open();
    expect(store.content(empty, keys)).toEqual({});
    store.close(empty);
    expect(store.readFile("/test.db.new")).toBeNull();
    silent();
  });

  test("every code has its words, and only the codes have", () => {
    const header = readFileSync(path.join(C_SOURCES, "database/database.h"), "utf8");
    const codes = [...header.matchAll(/^ {2}DB_\w+ = (-?\d+),$/gm)].map(([, number]) => Number(number));
    expect(codes).toEqual(Object.values(Code));
    const words = codes.map((code) => store.library.readText(store.library.call("db_error_string", code)));
    expect(new Set(words).size).toBe(codes.length);
    for (const each of words) expect(each).toMatch(/^[a-z ,]{8,}$/);
    expect([1, -12].map((code) => store.library.call("db_error_string", code))).toEqual([0, 0]);
  });

  describe("when the system fails", () => {
    test.each([
      ["db_set", Code.WriteFailed, "fd_write", () => store.set(db, "old", "new")],
      ["db_set", Code.ReadFailed, "fd_seek", () => store.set(db, "old", "new")],
      ["db_delete", Code.WriteFailed, "fd_write", () => store.delete(db, "old")],
      ["db_get", Code.ReadFailed, "fd_read", () => store.get(db, "old")],
      ["db_get", Code.ReadFailed, "fd_seek", () => store.get(db, "old")],
    ])("%s says %i for %s, and nothing has changed", (_, code, name, act) => {
      db = store.open();
      store.set(db, "old", "value");
      const before = store.readFile();
      store.failHost(name);
      const result = act();
      expect([result === null || result === code, store.error(db)]).toEqual([true, code]);
      store.mendHost();
      expect(store.readFile()).toEqual(before);
      expect([store.get(db, "old"), store.error(db)]).toEqual(["value", Code.Ok]);
      expect(store.set(db, "old", "next")).toBe(Code.Ok);
      store.close(db);
      const again = store.open();
      expect([store.error(again), store.get(again, "old")]).toEqual([Code.Ok, "next"]);
      store.close(again);
      silent();
    });
    let db = 0;

    test("a write that cannot be taken back either is written over by the next one", () => {
      db = store.open();
      store.failHost("fd_write", 1);
      store.failHost("__syscall_ftruncate64");
      // The first line is in the file, the record is not.
      expect(store.set(db, "key", "value")).toBe(Code.WriteFailed);
      expect(store.readFile()).toHaveLength(8);
      expect(store.set(db, "key", "value")).toBe(Code.WriteFailed);
      store.mendHost();
      expect(store.set(db, "key", "value")).toBe(Code.Ok);
      store.close(db);
      const again = store.open();
      expect([store.error(again), store.get(again, "key")]).toEqual([Code.Ok, "value"]);
      store.close(again);
      silent();
    });

    test("opening: what cannot be read is no empty database", () => {
      writeHistory(store, [["key", "value"]]);
      const before = store.readFile();
      for (let times = 0; ; times++) {
        store.failHost("fd_read", times);
        db = store.open();
        store.mendHost();
        if (db !== 0) {
          expect(times).toBeGreaterThan(2);
          break;
        }
        expect(store.error(0)).toBe(Code.ReadFailed);
        expect(store.readFile()).toEqual(before);
      }
      store.close(db);
      silent();
    });

    test.each(["__syscall_rename", "fd_sync", "__syscall_open"])(
      "%s: the file cannot be written anew, and everything goes on in the old one",
      (name) => {
        db = store.open();
        store.failHost(name);
        const value = "v".repeat(1000);
        for (let round = 0; round < 30; round++) expect(store.set(db, "key", `${value}${round}`)).toBe(Code.Ok);
        store.mendHost();
        expect(store.readFile()!.length).toBe(8 + 10 * 1016 + 20 * 1017);
        expect(store.readFile("/test.db.new")).toBeNull();
        expect(store.get(db, "key")).toBe(`${value}29`);
        // It is tried again, later.
        for (let round = 0; round < 30; round++) expect(store.set(db, "key", `${value}${round}`)).toBe(Code.Ok);
        expect(store.readFile()!.length).toBeLessThan(31 * 1017);
        store.close(db);
        const again = store.open();
        expect(store.get(again, "key")).toBe(`${value}29`);
        store.close(again);
        silent();
      },
    );
  });
});

describe("without memory, whichever allocation fails", () => {
  const KEYS = ["first", "second", "third"];
  const content = { first: "1", second: "2" };
  const compacting = "v".repeat(3000);

  const acts: [string, (store: Store, db: number, texts: readonly number[]) => boolean][] = [
    ["db_open", (store, _, texts) => store.library.call("db_open", texts[3]!) !== 0],
    ["db_set", (store, db, texts) => store.library.call("db_set", db, texts[0]!, texts[1]!) === Code.Ok],
    ["db_get", (store, db, texts) => store.library.call("db_get", db, texts[2]!) !== 0],
    ["db_delete", (store, db, texts) => store.library.call("db_delete", db, texts[2]!) === Code.Ok],
  ];

  test.each(acts)("%s says so, changes nothing and loses nothing", async (name, act) => {
    for (let nth = 1; ; nth++) {
      const store = await Store.load("checked");
      writeHistory(store, Object.entries(content));
      const texts = ["third", compacting, "first", "/test.db"].map((text) => store.library.text(text));
      const db = name === "db_open" ? 0 : store.open();
      store.library.call("ffi_fail_malloc", nth);
      const done = act(store, db, texts);
      store.library.call("ffi_fail_malloc", 0x7fffffff);
      if (done) {
        // db_delete has its memory since the file was read: nothing of it can fail.
        expect(nth).toBeGreaterThan(name === "db_delete" ? 0 : 1);
        break;
      }
      expect(store.error(db)).toBe(Code.NoMemory);
      const opened = db === 0 ? store.open() : db;
      expect(store.content(opened, KEYS)).toEqual(content);
      store.close(opened);
      for (const text of texts) store.library.call("free", text);
      expect(store.liveBlocks).toBe(0);
      expect(store.library.reports).toEqual([]);
    }
  });

  test("writing the file anew: the change counts, whatever becomes of it", async () => {
    let failures = 0;
    for (let nth = 1; nth < 12; nth++) {
      const store = await Store.load("checked");
      const db = store.open();
      for (const value of ["1", "2"]) store.set(db, "key", value + compacting);
      const texts = ["key", `3${compacting}`].map((text) => store.library.text(text));
      const before = store.readFile()!.length;
      store.library.call("ffi_fail_malloc", nth);
      const code = store.library.call("db_set", db, texts[0]!, texts[1]!);
      store.library.call("ffi_fail_malloc", 0x7fffffff);
      expect(code).toBe(Code.Ok);
      if (store.readFile()!.length > before) failures++;
      expect(store.get(db, "key")).toBe(`3${compacting}`);
      store.close(db);
      const again = store.open();
      expect(store.get(again, "key")).toBe(`3${compacting}`);
      store.close(again);
      for (const text of texts) store.library.call("free", text);
      expect(store.liveBlocks).toBe(0);
      expect(store.library.reports).toEqual([]);
    }
    // Some of them did stop it, and not all.
    expect(failures).toBeGreaterThan(0);
    expect(failures).toBeLessThan(11);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AUTOSAVE_MS, createProgramStore, type OpenedLesson } from "./program-store.ts";
import { createRecordStore, storageKey } from "./storage/record-store.ts";
import { MemoryStorageAreas } from "./storage/memory-storage-areas.test-support.ts";

const lesson: OpenedLesson = {
  library: "strings",
  programs: {
    starter: "starter",
    solution: "solution",
    rust: "",
    sources: [],
    mistakes: [{ name: "leak", title: "A leak", text: "leaky", fault: "FFI002", line: 1, cFunction: null }],
  },
};
let areas: MemoryStorageAreas;
/** A visit: the same storage, a fresh page. */
const visit = async (slug = "strings", loadLesson = async (): Promise<OpenedLesson> => lesson) => {
  const store = createProgramStore({ records: createRecordStore(areas), loadLesson });
  await store.getState().open(slug);
  return store;
};

beforeEach(() => {
  vi.useFakeTimers();
  areas = new MemoryStorageAreas();
});
afterEach(() => vi.useRealTimers());

describe("a lesson's program", () => {
  it("is the starter at first, which is not kept", async () => {
    const store = await visit();
    expect(store.getState()).toMatchObject({ phase: "ready", text: "starter", saved: "saved", notice: null });
    store.getState().save();
    expect(areas.entries.local.size).toBe(0);
  });

  it("is what the reader wrote, at the next visit, a lesson its own", async () => {
    const store = await visit();
    store.getState().setText("mine");
    expect(store.getState().saved).toBe("unsaved");
    store.getState().save();
    expect(store.getState().saved).toBe("saved");
    expect((await visit()).getState().text).toBe("mine");
    expect((await visit("structs")).getState().text).toBe("starter");
  });

  it("is saved by itself after a pause in typing", async () => {
    const store = await visit();
    store.getState().setText("mi");
    vi.advanceTimersByTime(AUTOSAVE_MS - 1);
    store.getState().setText("mine");
    vi.advanceTimersByTime(AUTOSAVE_MS - 1);
    expect(areas.entries.local.size).toBe(0);
    vi.advanceTimersByTime(1);
    expect(areas.entries.local.get(storageKey("program", "strings"))).toContain("mine");
  });

  it("is saved before another lesson opens", async () => {
    const store = await visit();
    store.getState().setText("mine");
    await store.getState().open("structs");
    expect(store.getState().text).toBe("starter");
    expect((await visit()).getState().text).toBe("mine");
  });

  it("is no longer kept once it is the starter again", async () => {
    const store = await visit();
    store.getState().setText("mine");
    store.getState().save();
    store.getState().load("starter");
    expect(areas.entries.local.size).toBe(0);
  });

  it("is replaced by one of the lesson's own, and that can be undone", async () => {
    const store = await visit();
    store.getState().setText("mine");
    store.getState().load({ mistake: "leak" });
    expect(store.getState().text).toBe("leaky");
    store.getState().undoLoad();
    expect(store.getState()).toMatchObject({ text: "mine", undo: null });
    expect((await visit()).getState().text).toBe("mine");
  });

  it("is still there to be brought back after several of the lesson's own", async () => {
    const store = await visit();
    store.getState().setText("mine");
    store.getState().load({ mistake: "leak" });
    store.getState().load("solution");
    store.getState().undoLoad();
    expect(store.getState()).toMatchObject({ text: "mine", undo: null });
  });

  it("is not replaced by one that does not exist", async () => {
    const store = await visit();
    store.getState().load({ mistake: "none" });
    expect(store.getState()).toMatchObject({ text: "starter", undo: null });
  });
});

describe("a lesson that is slow or does not load", () => {
  it("does not overtake the one opened after it", async () => {
    let arrive = (_lesson: OpenedLesson): void => {};
    const slow = new Promise<OpenedLesson>((resolve) => (arrive = resolve));
    const store = createProgramStore({
      records: createRecordStore(areas),
      loadLesson: (slug) => (slug === "slow" ? slow : Promise.resolve(lesson)),
    });
    const first = store.getState().open("slow");
    await store.getState().open("strings");
    arrive({ ...lesson, library: "slow" });
    await first;
    expect(store.getState()).toMatchObject({ slug: "strings", lesson: { library: "strings" } });
  });

  it("says so, and can be opened again", async () => {
    let online = false;
    const store = await visit("strings", async () => {
      if (!online) throw new Error("offline");
      return lesson;
    });
    expect(store.getState().phase).toBe("failed");
    online = true;
    await store.getState().open("strings");
    expect(store.getState()).toMatchObject({ phase: "ready", text: "starter" });
  });
});

describe("trouble with storage", () => {
  it("that is unreadable gives the starter, a notice, and keeps what was there", async () => {
    areas.entries.local.set(storageKey("program", "strings"), "garbage");
    const store = await visit();
    expect(store.getState()).toMatchObject({ text: "starter", notice: { kind: "unreadable" } });
    expect([...areas.entries.local.values()]).toEqual(["garbage"]);
    store.getState().dismissNotice();
    expect(store.getState().notice).toBeNull();
  });

  it("that is blocked says so at once, and the program can be edited", async () => {
    areas.blocked = true;
    const store = await visit();
    expect(store.getState()).toMatchObject({ text: "starter", saved: "not-kept", notice: { kind: "not-kept" } });
    store.getState().dismissNotice();
    store.getState().setText("mine");
    store.getState().save();
    expect(store.getState()).toMatchObject({ text: "mine", saved: "not-kept", notice: null });
  });

  it("that is full says so, until there is room again", async () => {
    const store = await visit();
    areas.room = 50;
    store.getState().setText("x".repeat(100));
    store.getState().save();
    expect(store.getState()).toMatchObject({ saved: "not-kept", notice: { sentence: /full/ } });
    store.getState().setText("x");
    store.getState().save();
    expect(store.getState()).toMatchObject({ saved: "saved", notice: null });
  });
});

it("says that the page went down while the program ran, once", async () => {
  createRecordStore(areas).write("program", { text: "hog" }, "strings");
  createRecordStore(areas).write("running", { slug: "strings" });
  expect((await visit("structs")).getState().notice).toBeNull();
  expect((await visit()).getState()).toMatchObject({ text: "hog", notice: { kind: "crash" } });
  expect((await visit()).getState().notice).toBeNull();
});

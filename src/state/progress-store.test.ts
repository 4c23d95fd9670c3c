import { expect, it } from "vitest";
import { createProgressStore, NO_PROGRESS } from "./progress-store.ts";
import { createKeeper, storageKey } from "./storage/keeper.ts";
import { MemoryShelves } from "./storage/memory-shelves.test-support.ts";

it("is found again at the next visit", () => {
  const shelves = new MemoryShelves();
  const first = createProgressStore(createKeeper(shelves)).getState();
  first.noteReading("strings", null);
  first.noteRun("strings");
  first.noteReading("structs", { id: "layout", text: "Layout" });
  first.answer("strings/1", 2);
  first.answer("strings/1", 0);
  expect(createProgressStore(createKeeper(shelves)).getState()).toMatchObject({
    lessons: { strings: "ran", structs: "opened" },
    answers: { "strings/1": 0 },
    last: { slug: "structs", heading: { id: "layout", text: "Layout" } },
  });
});

it("keeps what ran when the lesson is opened again", () => {
  const store = createProgressStore(createKeeper(new MemoryShelves()));
  store.getState().noteRun("strings");
  store.getState().noteReading("strings", null);
  expect(store.getState().lessons).toEqual({ strings: "ran" });
});

it("begins anew when what was kept cannot be read", () => {
  const shelves = new MemoryShelves();
  shelves.entries.local.set(storageKey("progress"), '{"version":1,"data":{"last":7}}');
  expect(createProgressStore(createKeeper(shelves)).getState()).toMatchObject(NO_PROGRESS);
});

it("holds for this visit when storage is blocked", () => {
  const shelves = new MemoryShelves();
  shelves.blocked = true;
  const store = createProgressStore(createKeeper(shelves));
  store.getState().noteRun("strings");
  expect(store.getState().lessons).toEqual({ strings: "ran" });
});

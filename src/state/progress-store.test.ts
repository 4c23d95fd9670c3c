import { expect, it } from "vitest";
import { createProgressStore, NO_PROGRESS } from "./progress-store.ts";
import { createRecordStore, storageKey } from "./storage/record-store.ts";
import { MemoryStorageAreas } from "./storage/memory-storage-areas.test-support.ts";

it("is found again at the next visit", () => {
  const areas = new MemoryStorageAreas();
  const first = createProgressStore(createRecordStore(areas)).getState();
  first.noteReading("strings", null);
  first.noteRun("strings");
  first.noteReading("structs", { id: "layout", text: "Layout" });
  first.answer("strings/1", 2);
  first.answer("strings/1", 0);
  expect(createProgressStore(createRecordStore(areas)).getState()).toMatchObject({
    lessons: { strings: "ran", structs: "opened" },
    answers: { "strings/1": 0 },
    last: { slug: "structs", heading: { id: "layout", text: "Layout" } },
  });
});

it("keeps what ran when the lesson is opened again", () => {
  const store = createProgressStore(createRecordStore(new MemoryStorageAreas()));
  store.getState().noteRun("strings");
  store.getState().noteReading("strings", null);
  expect(store.getState().lessons).toEqual({ strings: "ran" });
});

it("begins anew when what was kept cannot be read", () => {
  const areas = new MemoryStorageAreas();
  areas.entries.local.set(storageKey("progress"), '{"version":1,"data":{"last":7}}');
  expect(createProgressStore(createRecordStore(areas)).getState()).toMatchObject(NO_PROGRESS);
});

it("holds for this visit when storage is blocked", () => {
  const areas = new MemoryStorageAreas();
  areas.blocked = true;
  const store = createProgressStore(createRecordStore(areas));
  store.getState().noteRun("strings");
  expect(store.getState().lessons).toEqual({ strings: "ran" });
});

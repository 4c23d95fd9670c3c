import { expect, it } from "vitest";
import { createSettingsStore, DEFAULT_SETTINGS } from "./settings-store.ts";
import { createRecordStore, storageKey } from "./storage/record-store.ts";
import { MemoryStorageAreas } from "./storage/memory-storage-areas.test-support.ts";

it("keeps what the reader chose", () => {
  const areas = new MemoryStorageAreas();
  const first = createSettingsStore(createRecordStore(areas)).getState();
  first.setTheme("dark");
  first.setSizes("workbench", { lesson: 30, code: 70 });
  first.setSizes("results", { output: 100 });
  expect(createSettingsStore(createRecordStore(areas)).getState()).toMatchObject({
    theme: "dark",
    sizes: { workbench: { lesson: 30, code: 70 }, results: { output: 100 } },
    notice: null,
  });
});

it("falls back to the defaults, and says so, when what was kept cannot be read", () => {
  const areas = new MemoryStorageAreas();
  areas.entries.local.set(storageKey("settings"), '{"version":1,"data":{"theme":"pink"}}');
  const store = createSettingsStore(createRecordStore(areas));
  expect(store.getState()).toMatchObject({ ...DEFAULT_SETTINGS, notice: { kind: "unreadable" } });
  store.getState().dismissNotice();
  expect(store.getState().notice).toBeNull();
});

it("holds for this visit when storage is blocked", () => {
  const areas = new MemoryStorageAreas();
  areas.blocked = true;
  const store = createSettingsStore(createRecordStore(areas));
  store.getState().setTheme("light");
  expect(store.getState().theme).toBe("light");
});

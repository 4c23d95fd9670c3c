import { expect, it } from "vitest";
import { createSettingsStore, DEFAULT_SETTINGS } from "./settings-store.ts";
import { createKeeper, storageKey } from "./storage/keeper.ts";
import { MemoryShelves } from "./storage/memory-shelves.test-support.ts";

it("keeps what the reader chose", () => {
  const shelves = new MemoryShelves();
  const first = createSettingsStore(createKeeper(shelves)).getState();
  first.setTheme("dark");
  first.setSizes("workbench", { lesson: 30, code: 70 });
  first.setSizes("results", { output: 100 });
  expect(createSettingsStore(createKeeper(shelves)).getState()).toMatchObject({
    theme: "dark",
    sizes: { workbench: { lesson: 30, code: 70 }, results: { output: 100 } },
    notice: null,
  });
});

it("falls back to the defaults, and says so, when what was kept cannot be read", () => {
  const shelves = new MemoryShelves();
  shelves.entries.local.set(storageKey("settings"), '{"version":1,"data":{"theme":"pink"}}');
  const store = createSettingsStore(createKeeper(shelves));
  expect(store.getState()).toMatchObject({ ...DEFAULT_SETTINGS, notice: { kind: "unreadable" } });
  store.getState().dismissNotice();
  expect(store.getState().notice).toBeNull();
});

it("holds for this visit when storage is blocked", () => {
  const shelves = new MemoryShelves();
  shelves.blocked = true;
  const store = createSettingsStore(createKeeper(shelves));
  store.getState().setTheme("light");
  expect(store.getState().theme).toBe("light");
});

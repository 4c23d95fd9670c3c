import type { StorageAreas } from "./record-store.ts";

/** The browser's own storage, asked for each time: a browser that blocks it throws at the very property. */
export const browserStorageAreas = (page: Window): StorageAreas => ({
  local: () => page.localStorage,
  session: () => page.sessionStorage,
});

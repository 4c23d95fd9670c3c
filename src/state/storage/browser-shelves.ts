import type { Shelves } from "./keeper.ts";

/** The browser's own storage, asked for each time: a browser that blocks it throws at the very property. */
export const browserShelves = (page: Window): Shelves => ({
  local: () => page.localStorage,
  session: () => page.sessionStorage,
});

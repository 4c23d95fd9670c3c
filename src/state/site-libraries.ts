import { createLibraryLoader } from "./library-files.ts";

const files = import.meta.glob<string>("../../wasm/*.{json,mjs,wasm}", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The libraries that were built into this site. */
export const siteLibraries = createLibraryLoader(
  new Map(Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf("/") + 1), url])),
);

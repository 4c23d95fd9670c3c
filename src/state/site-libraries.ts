import type { LibraryDescription } from "../contract/description.ts";
import { createLibraryLoader } from "./library-files.ts";

const files = import.meta.glob<string>(["../../wasm/*.{json,mjs,wasm}", "../../wasm/variants/*.{json,mjs,wasm}"], {
  query: "?url",
  import: "default",
  eager: true,
});

/** The libraries that were built into this site. */
export const siteLibraries = createLibraryLoader(
  new Map(Object.entries(files).map(([path, url]) => [path.slice(path.indexOf("wasm/") + "wasm/".length), url])),
);

const described = new Map<string, Promise<LibraryDescription | null>>();

/** What a library's header says; null when there is no such library, or it does not load just now. */
export function describeLibrary(name: string): Promise<LibraryDescription | null> {
  const known = described.get(name);
  if (known) return known;
  const asked = siteLibraries.names.includes(name)
    ? siteLibraries.load(name, "checked").then(({ description }) => JSON.parse(description) as LibraryDescription)
    : Promise.resolve(null);
  const settled = asked.catch(() => {
    described.delete(name);
    return null;
  });
  described.set(name, settled);
  return settled;
}

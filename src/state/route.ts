import { wellFormed } from "./well-formed.ts";

/** What the address names. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "lesson"; readonly slug: string; readonly heading: string | null }
  /**
   * `#/NAME/PATH`: the page that the folder `src/ui/pages/NAME/` holds, which gives `path` its meaning. Whether there is
   * such a folder is for the page to say: the address alone cannot know.
   */
  | { readonly kind: "page"; readonly name: string; readonly path: readonly string[] }
  /** An address that nothing here made; `sentence` says so to the reader. */
  | { readonly kind: "unknown"; readonly hash: string; readonly sentence: string };

export const HOME: Route = { kind: "home" };

/** What a reader is told who followed an address that names nothing. */
export const NOWHERE = "This address leads to nothing in the course. It may be cut short or misspelt.";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a place from a location's hash, with or without its `#`. Never throws. */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#/, "").replace(/\/$/, "");
  if (path === "") return HOME;
  const unknown: Route = { kind: "unknown", hash, sentence: NOWHERE };
  const [empty, name, ...encoded] = path.split("/");
  if (empty !== "" || name === undefined || !SLUG.test(name)) return unknown;
  const parts = decodeAll(encoded);
  if (parts === null) return unknown;
  if (name !== "lesson") return { kind: "page", name, path: parts };
  const [slug, heading, ...rest] = parts;
  if (slug === undefined || !SLUG.test(slug) || rest.length > 0) return unknown;
  return { kind: "lesson", slug, heading: heading ?? null };
}

/** Null when a part is empty or is not what `encodeURIComponent` writes. */
function decodeAll(encoded: readonly string[]): string[] | null {
  try {
    return encoded.includes("") ? null : encoded.map(decodeURIComponent);
  } catch {
    return null;
  }
}

const encode = (text: string): string => encodeURIComponent(wellFormed(text));

/** The hash, with its `#`, that `parseRoute` reads back as the same place. Never throws. */
export function formatRoute(route: Route): string {
  switch (route.kind) {
    case "home":
      return "#/";
    case "lesson":
      return `#/lesson/${route.slug}${route.heading ? `/${encode(route.heading)}` : ""}`;
    case "page":
      return ["#", route.name, ...route.path.map(encode)].join("/");
    case "unknown":
      return route.hash;
  }
}

/** The address of a page, for a link: `pageLink("fault", "FFI004")` is `#/fault/FFI004`. */
export const pageLink = (name: string, ...path: string[]): string => formatRoute({ kind: "page", name, path });

/** The address of a lesson or of one of its headings, for a link. */
export const lessonLink = (slug: string, heading: string | null = null): string =>
  formatRoute({ kind: "lesson", slug, heading });

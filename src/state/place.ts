/** What the address names. */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "lesson"; readonly slug: string; readonly heading: string | null }
  /**
   * `#/NAME/PATH`: the page that the folder `src/ui/pages/NAME/` holds, which gives `path` its meaning. Whether there is
   * such a folder is for the page to say: the address alone cannot know.
   */
  | { readonly kind: "page"; readonly name: string; readonly path: readonly string[] }
  /** An address that nothing here made; `sentence` says so to the reader. */
  | { readonly kind: "unknown"; readonly hash: string; readonly sentence: string };

export const HOME: Place = { kind: "home" };

/** What a reader is told who followed an address that names nothing. */
export const NOWHERE = "This address leads to nothing in the course. It may be cut short or misspelt.";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a place from a location's hash, with or without its `#`. Never throws. */
export function parseLocation(hash: string): Place {
  const path = hash.replace(/^#/, "").replace(/\/$/, "");
  if (path === "") return HOME;
  const unknown: Place = { kind: "unknown", hash, sentence: NOWHERE };
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

/** The hash, with its `#`, that `parseLocation` reads back as the same place. */
export function formatLocation(place: Place): string {
  switch (place.kind) {
    case "home":
      return "#/";
    case "lesson":
      return `#/lesson/${place.slug}${place.heading ? `/${encodeURIComponent(place.heading)}` : ""}`;
    case "page":
      return ["#", place.name, ...place.path.map(encodeURIComponent)].join("/");
    case "unknown":
      return place.hash;
  }
}

/** The address of a page, for a link: `pageLink("fault", "FFI004")` is `#/fault/FFI004`. */
export const pageLink = (name: string, ...path: string[]): string => formatLocation({ kind: "page", name, path });

/** The address of a lesson or of one of its headings, for a link. */
export const lessonLink = (slug: string, heading: string | null = null): string =>
  formatLocation({ kind: "lesson", slug, heading });

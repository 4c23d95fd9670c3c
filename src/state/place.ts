/** What the address names. */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "lesson"; readonly slug: string; readonly heading: string | null }
  /** An address that nothing here made; `sentence` says so to the reader. */
  | { readonly kind: "unknown"; readonly hash: string; readonly sentence: string };

export const HOME: Place = { kind: "home" };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a place from a location's hash, with or without its `#`. Never throws. */
export function parseLocation(hash: string): Place {
  const path = hash.replace(/^#/, "").replace(/\/$/, "");
  if (path === "") return HOME;
  const unknown: Place = {
    kind: "unknown",
    hash,
    sentence: "This address leads to nothing in the course. It may be cut short or misspelt.",
  };
  const [empty, room, slug, heading, ...rest] = path.split("/");
  if (empty !== "" || room !== "lesson" || slug === undefined || !SLUG.test(slug) || rest.length > 0) return unknown;
  if (heading === undefined) return { kind: "lesson", slug, heading: null };
  try {
    return { kind: "lesson", slug, heading: decodeURIComponent(heading) };
  } catch {
    return unknown;
  }
}

/** The hash, with its `#`, that `parseLocation` reads back as the same place. */
export function formatLocation(place: Place): string {
  switch (place.kind) {
    case "home":
      return "#/";
    case "lesson":
      return `#/lesson/${place.slug}${place.heading ? `/${encodeURIComponent(place.heading)}` : ""}`;
    case "unknown":
      return place.hash;
  }
}

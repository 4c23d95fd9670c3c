/** A link from one text of the course to another, as its author wrote it: `lesson:strings/a-safe-wrapper`. */
export type CourseLink =
  | { readonly to: "lesson"; readonly slug: string; readonly heading: string | null }
  | { readonly to: "fault"; readonly code: string; readonly heading: string | null }
  | { readonly to: "glossary"; readonly term: string }
  | { readonly to: "anti-pattern"; readonly slug: string; readonly heading: string | null }
  | { readonly to: "page"; readonly slug: string; readonly heading: string | null };

/** The words before the colon. */
export const LINK_SCHEMES = ["lesson", "fault", "glossary", "anti-pattern", "page"] as const;

/**
 * Reads a link of a text. Null when it leads out of the course, as an address of the web does.
 * That it leads somewhere is not known here; see `whyBroken`.
 */
export function parseCourseLink(href: string): CourseLink | null {
  const colon = href.indexOf(":");
  const to = LINK_SCHEMES.find((scheme) => scheme === href.slice(0, colon));
  if (to === undefined) return null;
  const rest = href.slice(colon + 1);
  if (to === "glossary") return { to, term: rest };
  const slash = rest.indexOf("/");
  const name = slash < 0 ? rest : rest.slice(0, slash);
  const heading = slash < 0 ? null : rest.slice(slash + 1);
  return to === "fault" ? { to, code: name, heading } : { to, slug: name, heading };
}

/** Every place of the course that a link may lead to: the ids of its headings, by the name of the text. */
export interface CoursePlaces {
  readonly lessons: ReadonlyMap<string, readonly string[]>;
  readonly faults: ReadonlyMap<string, readonly string[]>;
  readonly antiPatterns: ReadonlyMap<string, readonly string[]>;
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** Ids of the glossary's terms. */
  readonly glossary: readonly string[];
}

/** Why a link leads nowhere, as the end of a sentence; null when it leads somewhere. */
export function whyBroken(link: CourseLink, places: CoursePlaces): string | null {
  switch (link.to) {
    case "glossary":
      return places.glossary.includes(link.term) ? null : `the glossary has no term ${link.term}`;
    case "lesson":
      return missing("lesson", link.slug, link.heading, places.lessons);
    case "fault":
      return missing("fault", link.code, link.heading, places.faults);
    case "anti-pattern":
      return missing("anti-pattern", link.slug, link.heading, places.antiPatterns);
    case "page":
      return missing("page", link.slug, link.heading, places.pages);
  }
}

function missing(
  what: string,
  name: string,
  heading: string | null,
  known: ReadonlyMap<string, readonly string[]>,
): string | null {
  const headings = known.get(name);
  if (headings === undefined) return `there is no ${what} ${name}`;
  return heading === null || headings.includes(heading) ? null : `the ${what} ${name} has no heading ${heading}`;
}

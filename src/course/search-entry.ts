/** A part of the course that search finds: a heading and what stands below it. */
export interface SearchEntry {
  /** Its address on this site. */
  readonly href: string;
  /** The text it is part of. */
  readonly title: string;
  /** Null for what stands before the first heading. */
  readonly heading: string | null;
  /** In plain words, without marks. */
  readonly text: string;
}

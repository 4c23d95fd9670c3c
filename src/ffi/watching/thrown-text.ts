/** Longest text of one part of an error, in UTF-16 units: a detail and a report have room for no longer one. */
const LONGEST = 4_000;

/** What a program has thrown, as far as it can be read. */
export interface ThrownText {
  /** The error's name; null for a value that is no error. */
  readonly name: string | null;
  /** The error's message; the value itself, as text, where it is no error. */
  readonly message: string;
}

/**
 * Reads what a program has thrown, each part of it once. It may be any value, and one that throws when it is read must
 * not take the place of what is to be said of it.
 */
export function thrownText(thrown: unknown): ThrownText {
  try {
    if (!(thrown instanceof Error)) return { name: null, message: short(thrown) };
    const { name, message } = thrown;
    return { name: short(name), message: short(message) };
  } catch {
    return { name: "Error", message: "(it throws when it is read)" };
  }
}

/** @throws what the value's own conversion throws */
const short = (value: unknown): string => String(value).slice(0, LONGEST);

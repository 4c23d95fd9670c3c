import { showValue } from "./show-value.ts";

/** Longest text of one console line, in UTF-16 units. */
const LONGEST = 10_000;

/** Strings as they are, everything else as a person would write it, separated by spaces. */
export function formatLine(values: readonly unknown[]): string {
  const text = values.map((value) => (typeof value === "string" ? value : showValue(value))).join(" ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

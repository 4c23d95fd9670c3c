import type { Snapshot } from "../../ledger/snapshot.ts";

/** Which limit ended the run: `Stopped, because it printed more than 8 MiB.`; null when none did. */
export function limitSentence(end: Pick<NonNullable<Snapshot["end"]>, "status" | "error"> | null): string | null {
  if (end?.status !== "timed-out" || !end.error) return null;
  const { message, line } = end.error;
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${line === null ? "" : ` (line ${line})`}.`;
}
